import { Alert, Anchor, List } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { type RefObject, useState } from 'react';
import type { DraftProblem, ProblemPlace } from '../../shared/drafts/validate-draft.ts';
import { placeKey, problemWords } from './draft-problems.ts';

interface ProblemSummaryProps {
  readonly problems: readonly DraftProblem[];
  readonly onGoTo: (place: ProblemPlace) => void;
  readonly summaryRef: RefObject<HTMLDivElement | null>;
}

/** So many are listed at first; a pasted table can have thousands. */
const LISTED_AT_FIRST = 8;

/** All that keeps the order from being submitted, each a link to its place. */
export function ProblemSummary({ problems, onGoTo, summaryRef }: ProblemSummaryProps) {
  const [all, setAll] = useState(false);
  const listed = all ? problems : problems.slice(0, LISTED_AT_FIRST);
  const isAsked = problems.every(({ confirmable }) => confirmable !== null);
  return (
    <Alert
      ref={summaryRef}
      tabIndex={-1}
      role="alert"
      color={isAsked ? 'yellow' : 'red'}
      variant="light"
      mb="xs"
      icon={<CircleAlert aria-hidden />}
      title={titleOf(problems.length, isAsked)}
      style={{ flex: 'none', maxHeight: '40%', overflow: 'auto' }}
    >
      <List size="sm">
        {listed.map((problem) => (
          <List.Item key={`${placeKey(problem.place)} ${problem.message}`}>
            <Anchor component="button" type="button" size="sm" onClick={() => onGoTo(problem.place)}>
              {problemWords(problem)}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {listed.length < problems.length && (
        <Anchor component="button" type="button" size="sm" onClick={() => setAll(true)}>
          Show all {problems.length}
        </Anchor>
      )}
    </Alert>
  );
}

function titleOf(count: number, isAsked: boolean): string {
  if (isAsked) return 'You will be asked about this when you submit';
  return count === 1
    ? 'One thing keeps this order from being submitted'
    : `${count} things keep this order from being submitted`;
}
