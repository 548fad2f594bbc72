import { z } from 'zod';
import { draftLineIdSchema } from '../ids.ts';
import { type StepState, stepKinds, stepStates } from './submission.ts';

/** Where one step of a submission stands, and what of its draft it brings. */
export const stepStandingSchema = z.object({
  ordinal: z.number().int(),
  kind: z.enum(stepKinds),
  state: z.enum(stepStates),
  /** The line of the draft that it adds; null for all else. */
  draftLineId: draftLineIdSchema.nullable(),
  /** The number that the line has in PIMS: of a changed one always, of a new one once it is there. */
  lineNumber: z.string().nullable(),
});
export type StepStanding = z.infer<typeof stepStandingSchema>;

type Named = Pick<StepStanding, 'kind' | 'state' | 'lineNumber' | 'ordinal'>;

/** More lines than these are counted rather than named: an import has thousands. */
const NAMED = 6;

/**
 * Which lines of a partly saved batch are in PIMS and which are not, in words: “In PIMS: the change of line 1. Not yet:
 * new lines 2 and 3.” Empty while nothing is there, and once everything is. The order itself is not a line.
 */
export function standingWords(steps: readonly Named[]): string {
  const lines = steps.filter(({ kind }) => kind !== 'create-order');
  const done = lines.filter(({ state }) => state === 'done');
  const open = lines.filter(({ state }) => state === 'planned' || state === 'intended');
  const unknown = lines.filter(({ state }) => state === 'unknown');
  const refused = lines.filter(({ state }) => state === 'rejected');
  if (done.length === 0 || done.length === lines.length) return '';
  return [
    `In PIMS: ${lineNames(done)}.`,
    refused.length > 0 ? `Refused: ${lineNames(refused)}.` : '',
    unknown.length > 0 ? `Not known yet: ${lineNames(unknown)}.` : '',
    open.length > 0 ? `Not yet: ${lineNames(open)}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** “the changes of lines 1 and 3, new line 2”: changed lines by their number in PIMS, new ones by their place in the draft. */
function lineNames(steps: readonly Named[]): string {
  const changed = steps.flatMap(({ kind, lineNumber }) =>
    kind === 'update-line' ? [lineNumber ?? '?'] : [],
  );
  const added = steps.flatMap(({ kind, ordinal }) => (kind === 'add-line' ? [String(ordinal)] : []));
  return [
    ...named('the change of line', 'the changes of lines', changed),
    ...named('new line', 'new lines', added),
  ].join(', ');
}

function named(one: string, several: string, numbers: readonly string[]): string[] {
  const [only] = numbers;
  if (only === undefined) return [];
  if (numbers.length === 1) return [`${one} ${only}`];
  if (numbers.length > NAMED) return [`${numbers.length} ${several.replace(/^the /, '')}`];
  return [`${several} ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`];
}

/** A step's state in a word or two, for the row of its line. */
export function stepStateWords(state: StepState): string {
  switch (state) {
    case 'planned':
      return 'To be sent';
    case 'intended':
      return 'Sending…';
    case 'unknown':
      return 'Not known';
    case 'rejected':
      return 'Refused';
    case 'done':
      return 'In PIMS';
  }
}
