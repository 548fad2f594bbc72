import { Box, Button, Text, VisuallyHidden } from '@mantine/core';
import { EqualNot } from 'lucide-react';
import { useId, useState } from 'react';
import type { Candidate, Evidence } from '../../../shared/outbox/evidence.ts';
import classes from './comparison.module.css';
import { canAdopt, candidateName, likenessWords, sentTitle } from './decision-words.ts';
import { comparisonRows, type HasCell, likestFirst } from './evidence-rows.ts';
import { FieldName } from './field-name.tsx';

/** Candidates shown at first and added by each "Show more": side by side, more can't be compared. */
const AT_ONCE = 4;

interface ComparisonProps {
  readonly evidence: Evidence;
  /** Fields to look at first, for a refusal. */
  readonly named: ReadonlySet<string>;
  readonly busy: boolean;
  readonly onAdopt: (candidate: Candidate) => void;
}

/** What we sent beside each thing that PIMS has, a row per field. */
export function Comparison({ evidence, named, busy, onAdopt }: ComparisonProps) {
  const [limit, setLimit] = useState(AT_ONCE);
  const candidates = likestFirst(evidence.candidates);
  const shown = candidates.slice(0, limit);
  const left = candidates.length - shown.length;
  return (
    <div className={classes.comparison}>
      {/* Focusable, so that candidates out of sight scroll in with the keys. */}
      <Box
        component="section"
        className={classes.frame}
        tabIndex={0}
        aria-label={`${sentTitle(evidence)} and what PIMS has`}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.field}>
                Field
              </th>
              <th scope="col" className={classes.sent}>
                {sentTitle(evidence)}
              </th>
              {shown.map((candidate, index) => (
                <CandidateHeading
                  key={candidate.id || `unnumbered ${index}`}
                  {...{ candidate, evidence, busy, onAdopt }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {comparisonRows(evidence, shown).map(({ field, sent, has }) => (
              <tr key={field}>
                <th scope="row" className={classes.field}>
                  <FieldName field={field} />
                </th>
                <td className={classes.sent} data-named={named.has(field) || undefined}>
                  {sent ?? <span className={classes.nothing}>not sent</span>}
                  {named.has(field) && <span className={classes.note}>PIMS names this field</span>}
                </td>
                {has.map((cell, index) => (
                  <HasValue key={shown[index]?.id || `unnumbered ${index}`} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
      {left > 0 && (
        <Button variant="subtle" mt={4} onClick={() => setLimit(limit + AT_ONCE)}>
          Show {Math.min(AT_ONCE, left)} more of {candidates.length}
        </Button>
      )}
    </div>
  );
}

interface CandidateHeadingProps {
  readonly candidate: Candidate;
  readonly evidence: Evidence;
  readonly busy: boolean;
  readonly onAdopt: (candidate: Candidate) => void;
}

function CandidateHeading({ candidate, evidence, busy, onAdopt }: CandidateHeadingProps) {
  const nameId = useId();
  const name = candidateName(candidate, evidence);
  return (
    <th scope="col" className={classes.has}>
      <div className={classes.name} id={nameId}>
        PIMS: {name}
      </div>
      <div className={classes.likeness}>{likenessWords(candidate)}</div>
      {canAdopt(evidence) &&
        (candidate.id === '' ? (
          <Text size="xs" c="dimmed">
            Without a number it can’t be chosen.
          </Text>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            disabled={busy}
            aria-describedby={nameId}
            aria-label={`It is this one: ${name}`}
            onClick={() => onAdopt(candidate)}
          >
            It is this one
          </Button>
        ))}
    </th>
  );
}

function HasValue({ cell: { value, differs } }: { readonly cell: HasCell }) {
  return (
    <td className={classes.has} data-differs={differs || undefined}>
      {differs && (
        <>
          <EqualNot size={13} aria-hidden className={classes.mark} />
          <VisuallyHidden>differs: </VisuallyHidden>
        </>
      )}
      {value === null ? (
        <span className={classes.nothing}>not shown</span>
      ) : value === '' ? (
        <span className={classes.nothing}>empty</span>
      ) : (
        value
      )}
    </td>
  );
}
