import type { DraftId } from '../../../shared/ids.ts';
import type { RowCounts } from '../../../shared/import/import-record.ts';
import type { CreationPlan, DraftToCreate } from '../session/import-snapshot.ts';

/** “3 drafts with 1,204 lines; sending them takes 1,207 requests, which is within the month's price.” */
export function creationWords(plan: CreationPlan, into: DraftId | null): string {
  const drafts = into === null ? `${counted(plan.draftCount, 'draft', 'drafts')} with ` : '';
  const where = into === null ? '' : ' for the open draft';
  const cost =
    plan.cost === '0.00' ? 'within the month’s price' : `which adds about $${plan.cost} to this month’s bill`;
  return `${drafts}${counted(plan.lines, 'line', 'lines')}${where}. Sending takes ${counted(plan.requests, 'request', 'requests')}, ${cost}.`;
}

/** “5,000 rows read = 4,997 imported + 0 with problems + 3 left out” */
export function accountWords({ read, created, rejected, leftOut }: RowCounts): string {
  return `${counted(read, 'row', 'rows')} read = ${figure(created)} imported + ${figure(rejected)} with problems + ${figure(leftOut)} left out`;
}

/** What the person should know of one draft before it is made. */
export function draftRemarks({ disagreements, returnLines }: DraftToCreate): string {
  const differs = disagreements.map(
    ({ field, first, value, line, count }) =>
      `${field} is “${first}” in its first row and “${value}” in line ${line}${count > 1 ? ` and ${count - 1} more` : ''}; the first counts`,
  );
  const [line, ...more] = returnLines;
  const returns =
    line === undefined
      ? []
      : [
          `comes back in line ${line}${more.length > 0 ? ` and ${more.length} more` : ''} of the file, after another order`,
        ];
  return [...differs, ...returns].join('; ');
}

export function counted(count: number, one: string, several: string): string {
  return `${figure(count)} ${count === 1 ? one : several}`;
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
