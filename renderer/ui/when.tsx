import { useEffect, useState } from 'react';
import { absoluteTime, relativeTime } from './time.ts';

const TICK_MS = 15_000;

interface WhenProps {
  /** ISO time. */
  readonly iso: string;
}

/** A time as distance from now, with the date and time as its tooltip. */
export function When({ iso }: WhenProps) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={iso} title={absoluteTime(iso)}>
      {relativeTime(iso, Date.now())}
    </time>
  );
}
