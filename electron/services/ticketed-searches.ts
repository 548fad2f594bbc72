/**
 * Searches under tickets, one for each place where a person types: the next one under a ticket calls off the one before.
 */
export interface TicketedSearches {
  /** Without a ticket, nothing but the end of the search itself ends it. */
  run<T>(ticket: string | undefined, search: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Calls the search under the ticket off, if there is one under way. */
  cancel(ticket: string): void;
}

export function createTicketedSearches(): TicketedSearches {
  const searching = new Map<string, AbortController>();

  function cancel(ticket: string): void {
    searching.get(ticket)?.abort();
  }

  return {
    cancel,
    async run(ticket, search) {
      const controller = new AbortController();
      if (ticket === undefined) return search(controller.signal);
      cancel(ticket);
      searching.set(ticket, controller);
      try {
        return await search(controller.signal);
      } finally {
        if (searching.get(ticket) === controller) searching.delete(ticket);
      }
    },
  };
}
