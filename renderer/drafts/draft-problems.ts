import type { DraftProblem, ProblemPlace } from '../../shared/drafts/validate-draft.ts';
import type { DraftContent } from './draft-model.ts';

/** A name for a place, for sets and lookups. */
export function placeKey(place: ProblemPlace): string {
  switch (place.kind) {
    case 'header':
      return headerKey(place.field);
    case 'line':
      return lineKey(place.lineId, place.field);
    case 'change':
      return changeKey(place.lineNumber, place.field);
    case 'lines':
      return 'lines';
  }
}

export function headerKey(field: string): string {
  return `header ${field}`;
}

/** Of a cell of a line that the order in PIMS has. */
export function changeKey(lineNumber: string, field: string): string {
  return `change ${lineNumber} ${field}`;
}

export function lineKey(lineId: string, field: string): string {
  return `line ${lineId} ${field}`;
}

/** True when something stands in the cell of a line, so that what is wrong is not merely missing yet. */
export function isTyped(content: DraftContent, place: ProblemPlace): boolean {
  if (place.kind !== 'line') return false;
  return (content.lines[place.lineIndex]?.fields[place.field] ?? '').trim() !== '';
}

/** One object for all, so that rows are not drawn again while there is nothing to say. */
const noProblems: ReadonlyMap<string, string> = new Map();

/** The first problem of each place, for those places that `isShown` lets through. */
export function problemsByPlace(
  problems: readonly DraftProblem[],
  isShown: (key: string, place: ProblemPlace) => boolean,
): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const { place, message } of problems) {
    const key = placeKey(place);
    if (isShown(key, place) && !shown.has(key)) shown.set(key, message);
  }
  return shown.size === 0 ? noProblems : shown;
}

/** A problem in words that say where it is: "Line 3, QUANTITY: Enter a quantity." */
export function problemWords({ place, message }: DraftProblem): string {
  switch (place.kind) {
    case 'line':
      return `Line ${place.lineIndex + 1}, ${place.field}: ${message}`;
    case 'change':
      return `Line ${place.lineNumber} of the order, ${place.field}: ${message}`;
    case 'header':
    case 'lines':
      return message;
  }
}
