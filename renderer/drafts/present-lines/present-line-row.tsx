import { ActionIcon, Tooltip } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import { changeKey } from '../draft-problems.ts';
import type { DrawnRow } from '../line-grid.ts';
import { LineLock } from '../line-row.tsx';
import classes from '../line-table.module.css';
import { changeWords, isFixedField, type PresentLine, presentCell } from './present-lines.ts';

/** What a row tells. The functions keep their identity, so that only changed rows are drawn again. */
export interface PresentLineActions {
  readonly type: (line: PresentLine, field: string, value: string) => void;
  readonly leave: (line: PresentLine, field: string) => void;
  readonly focus: (index: number, field: string) => void;
  readonly key: (event: KeyboardEvent<HTMLInputElement>, index: number, field: string) => void;
  readonly takeBack: (line: PresentLine) => void;
}

interface PresentLineRowProps extends DrawnRow {
  readonly line: PresentLine;
  readonly actions: PresentLineActions;
}

/** A line of the order: its number, its padlock, its fields, and a way to take its changes back. */
export const PresentLineRow = memo(function PresentLineRow(props: PresentLineRowProps) {
  const { line, index, top, columns, template, problems, actions, readOnly } = props;
  const { lineNumber, lock, change } = line;
  const lockWords = lock.state === 'closed' ? `Can’t be changed here. ${lock.reason}` : null;
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      data-locked={lockWords !== null || undefined}
      data-changed={change !== null || undefined}
    >
      <th scope="row" className={classes.number}>
        {lockWords !== null && <LineLock words={lockWords} />}
        {!readOnly && change !== null && (
          <Tooltip label="Take the change back" position="right">
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              className={classes.takeBack ?? ''}
              aria-label={`Take the change of line ${lineNumber} back`}
              onClick={() => actions.takeBack(line)}
            >
              <Undo2 size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        {lineNumber}
      </th>
      {columns.map((field) => (
        <PresentCellInput
          key={field}
          {...{ line, index, field, actions }}
          problem={problems.get(changeKey(lineNumber, field))}
          readOnly={readOnly || lockWords !== null || isFixedField(field)}
        />
      ))}
    </tr>
  );
});

interface PresentCellInputProps {
  readonly line: PresentLine;
  readonly index: number;
  readonly field: string;
  readonly problem: string | undefined;
  readonly actions: PresentLineActions;
  readonly readOnly: boolean;
}

function PresentCellInput({ line, index, field, problem, actions, readOnly }: PresentCellInputProps) {
  const cell = presentCell(line, field);
  const words = [problem, changeWords(cell)].filter((one) => one !== undefined && one !== '').join('. ');
  const describedBy = `about-${line.lineNumber}-${field}`;
  return (
    <td
      className={classes.cell}
      data-figure={field === 'QUANTITY' || field === 'NUMBER_SHIPPED' || undefined}
      data-changed={cell.was !== null || undefined}
    >
      {cell.was !== null && (
        <del className={classes.was} aria-hidden>
          {cell.was === '' ? '(empty)' : cell.was}
        </del>
      )}
      <input
        className={classes.input}
        aria-label={`Line ${line.lineNumber} of the order ${field}`}
        aria-invalid={problem !== undefined}
        aria-describedby={words === '' ? undefined : describedBy}
        title={words === '' ? undefined : words}
        data-field={field}
        data-fixed={readOnly || undefined}
        value={cell.value}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={field === 'DESCRIPTION'}
        maxLength={2_000}
        inputMode={field === 'QUANTITY' ? 'decimal' : 'text'}
        onChange={(event) => actions.type(line, field, event.currentTarget.value)}
        onBlur={() => actions.leave(line, field)}
        onFocus={() => actions.focus(index, field)}
        onKeyDown={(event) => actions.key(event, index, field)}
      />
      {words !== '' && (
        <span id={describedBy} hidden>
          {words}
        </span>
      )}
    </td>
  );
}
