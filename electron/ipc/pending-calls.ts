/** Knows which calls are under way, so that quitting can wait for the last words of a page that closes. */
export interface PendingCalls {
  follow<T>(call: Promise<T>): Promise<T>;
  /** Resolves once no call is under way, or after `limitMs`. */
  settled(limitMs: number): Promise<void>;
}

export function createPendingCalls(): PendingCalls {
  const pending = new Set<Promise<unknown>>();
  return {
    follow(call) {
      pending.add(call);
      const forget = () => pending.delete(call);
      call.then(forget, forget);
      return call;
    },
    async settled(limitMs) {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise((resolve) => {
        timer = setTimeout(resolve, limitMs);
      });
      await Promise.race([Promise.allSettled(pending), limit]);
      clearTimeout(timer);
    },
  };
}
