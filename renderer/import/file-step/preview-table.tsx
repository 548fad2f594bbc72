import type { FileReading, FileRow } from '../../../shared/import/file/file-reading.ts';
import { columnLetter } from '../../../shared/import/file/read-table.ts';
import tableClasses from '../../ui/data-table.module.css';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import classes from './preview-table.module.css';

interface PreviewTableProps {
  readonly rows: readonly FileRow[];
  readonly reading: Pick<FileReading, 'headingLine' | 'firstLine'>;
}

/** The first lines of the file as they are read now. */
export function PreviewTable({ rows, reading }: PreviewTableProps) {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const letters = Array.from({ length: width }, (_, column) => columnLetter(column));
  return (
    <ScrollRegion label="The first lines of the file" className={tableClasses.frame}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            {letters.map((letter) => (
              <th key={letter} scope="col">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} className={classes.row} data-part={partOf(row, reading)}>
              <th scope="row" className={classes.line}>
                {row.line}
              </th>
              {letters.map((letter, column) => (
                <td key={letter} title={row.cells[column]}>
                  {row.cells[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** What a line is: its looks tell. */
function partOf(
  { line }: FileRow,
  { headingLine, firstLine }: PreviewTableProps['reading'],
): 'heading' | 'title' | 'row' {
  if (line === headingLine) return 'heading';
  return line < (headingLine ?? firstLine) ? 'title' : 'row';
}
