import { Text } from '@mantine/core';
import { useId } from 'react';
import type { Loss } from '../../shared/data-safety/findings.ts';
import { lossSentence, nothingMissing, sortedLosses } from '../../shared/data-safety/words.ts';
import { absoluteTime } from '../ui/time.ts';
import classes from './findings-dialog.module.css';

const groups = [
  { fate: 'lost', title: 'Lost' },
  { fate: 'older', title: 'Here, but as it was earlier' },
  { fate: 'saved', title: 'Saved from the damaged file' },
] as const satisfies readonly { fate: Loss['fate']; title: string }[];

/** Each thing that is missing, or was saved, as a sentence. */
export function LossLists({ losses }: { readonly losses: readonly Loss[] }) {
  if (losses.length === 0) return <Text size="sm">{nothingMissing}</Text>;
  return groups.map(({ fate, title }) => {
    const ofFate = sortedLosses(losses).filter((loss) => loss.fate === fate);
    return ofFate.length > 0 && <LossList key={fate} title={`${title} (${ofFate.length})`} losses={ofFate} />;
  });
}

function LossList({ title, losses }: { readonly title: string; readonly losses: readonly Loss[] }) {
  const id = useId();
  return (
    <>
      <h3 id={id} className={classes.heading}>
        {title}
      </h3>
      <ul className={classes.list} aria-labelledby={id}>
        {losses.map((loss) => (
          <li key={`${loss.what} ${loss.id}`}>{lossSentence(loss, (iso) => `on ${absoluteTime(iso)}`)}</li>
        ))}
      </ul>
    </>
  );
}
