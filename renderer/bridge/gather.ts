/** Takes items one by one. */
export interface Gatherer<T> {
  add(item: T): void;
  /** What is still gathered is dropped. */
  stop(): void;
}

/**
 * Passes the first item on at once, and all that come within `ms` after that together at the end of that time, each once:
 * an order of a thousand lines tells of itself a hundred times a second, and nobody reads that fast.
 */
export function gather<T>(ms: number, pass: (items: ReadonlySet<T>) => void): Gatherer<T> {
  let gathered = new Set<T>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    timer = undefined;
    if (gathered.size === 0) return;
    const items = gathered;
    gathered = new Set();
    timer = setTimeout(flush, ms);
    pass(items);
  }

  return {
    add(item) {
      gathered.add(item);
      if (timer === undefined) flush();
    },
    stop() {
      clearTimeout(timer);
      gathered = new Set();
      timer = undefined;
    },
  };
}
