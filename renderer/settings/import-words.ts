import type { PackImport } from '../../shared/parts/pack-import.ts';

/** What became of a file: “12 rows: 9 added, 1 changed, 1 already there, 1 left out.” The parts add up to the rows. */
export function importWords({ rows, added, changed, same, problems }: PackImport): string {
  const parts = [
    [added, 'added'],
    [changed, 'changed'],
    [same, 'already there'],
    [problems.length, 'left out'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${rows === 1 ? '1 row' : `${rows} rows`}${said.length === 0 ? '' : `: ${said.join(', ')}`}.`;
}
