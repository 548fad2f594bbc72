import { useEffect } from 'react';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { notify } from '../ui/notify.tsx';
import { leftOverWords } from './left-over-words.ts';
import { paths, useGoTo } from './routes.ts';

/** Says once, after a start, that what the last run left is being sent. */
export function LeftOverNote() {
  const goTo = useGoTo();
  const leftOver = useDeskQuery('outbox.leftOver', {}).data;

  useEffect(() => {
    const words = leftOver === undefined ? null : leftOverWords(leftOver);
    if (words === null) return;
    notify('info', words, { label: 'Open the outbox', run: () => goTo(paths.outbox()) });
  }, [leftOver, goTo]);

  return null;
}
