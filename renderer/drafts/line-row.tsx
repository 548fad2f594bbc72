import { ActionIcon, Tooltip } from '@mantine/core';
import { Copy, ListPlus, Lock, Trash2 } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, memo } from 'react';
import type { DraftLineId } from '../../shared/ids.ts';
import { fieldLabel } from '../../shared/orders/field-labels.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { lineKey } from './draft-problems.ts';
import type { DrawnRow } from './line-grid.ts';
import classes from './line-table.module.css';

/** What a row of the line table tells. The functions keep their identity, so that only changed rows are drawn again. */
export interface LineActions {
  readonly type: (index: number, field: string, value: string) => void;
  readonly leave: (index: number, field: string) => void;
  readonly key: (event: KeyboardEvent<HTMLInputElement>, index: number, field: string) => void;
  readonly paste: (event: ClipboardEvent<HTMLInputElement>, index: number, field: string) => void;
  readonly focus: (index: number, field: string) => void;
  readonly insert: (index: number) => void;
  readonly duplicate: (index: number) => void;
  readonly remove: (index: number) => void;
}

interface LineRowProps extends DrawnRow {
  readonly id: DraftLineId;
  readonly fields: PimsFields;
  readonly actions: LineActions;
  /** True for the empty row at the end, which becomes a line when something is typed into it. */
  readonly isNext: boolean;
  /** Why this line can't be edited; null when it can. */
  readonly lock: string | null;
}

/** One line of the draft: its number, an input per column, and what can be done with it. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { id, fields, index, top, columns, template, problems, actions, readOnly, isNext, lock } = props;
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      data-row-id={id}
      data-next={isNext || undefined}
      data-locked={lock !== null || undefined}
    >
      <th scope="row" className={classes.number}>
        {lock !== null && <LineLock words={lock} />}
        {isNext ? '+' : index + 1}
      </th>
      {columns.map((field) => (
        <LineCell
          key={field}
          {...{ id, index, field, actions }}
          readOnly={readOnly || lock !== null}
          value={fields[field] ?? ''}
          problem={problems.get(lineKey(id, field))}
        />
      ))}
      {!readOnly && (
        <td className={classes.actions}>
          {!isNext && <RowActions {...{ index, actions }} isLocked={lock !== null} />}
        </td>
      )}
    </tr>
  );
});

interface LineCellProps {
  readonly id: DraftLineId;
  readonly index: number;
  readonly field: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly actions: LineActions;
  readonly readOnly: boolean;
}

function LineCell({ id, index, field, value, problem, actions, readOnly }: LineCellProps) {
  const problemId = `problem-${id}-${field}`;
  return (
    <td className={classes.cell} data-figure={field === 'QUANTITY' || undefined}>
      <input
        className={classes.input}
        aria-label={`Line ${index + 1} ${field}`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        title={problem}
        data-field={field}
        value={value}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={field === 'DESCRIPTION'}
        maxLength={2_000}
        inputMode={field === 'QUANTITY' ? 'decimal' : 'text'}
        onChange={(event) => actions.type(index, field, event.currentTarget.value)}
        onBlur={() => actions.leave(index, field)}
        onFocus={() => actions.focus(index, field)}
        onKeyDown={(event) => actions.key(event, index, field)}
        onPaste={(event) => actions.paste(event, index, field)}
      />
      {problem !== undefined && (
        <span id={problemId} className={classes.problem} hidden>
          {problem}
        </span>
      )}
    </td>
  );
}

/** A padlock that says why a line can't be edited. */
export function LineLock({ words }: { readonly words: string }) {
  return (
    <Tooltip label={words} multiline maw={320} position="right">
      {/* Out of the Tab order; the foot of the table says the same of the line that has the focus. */}
      <button type="button" tabIndex={-1} className={classes.lock} aria-label={words}>
        <Lock size={12} aria-hidden />
      </button>
    </Tooltip>
  );
}

interface RowActionsProps {
  readonly index: number;
  readonly actions: LineActions;
  readonly isLocked: boolean;
}

function RowActions({ index, actions, isLocked }: RowActionsProps) {
  const buttons = [
    { name: 'Insert a line below', keys: 'Alt+Enter', Icon: ListPlus, run: actions.insert },
    { name: 'Duplicate line', keys: 'Ctrl+Shift+D', Icon: Copy, run: actions.duplicate },
    { name: 'Delete line', keys: 'Ctrl+Shift+Delete', Icon: Trash2, run: actions.remove },
  ].filter(({ run }) => !isLocked || run !== actions.remove);
  return buttons.map(({ name, keys, Icon, run }) => (
    <Tooltip key={name} label={`${name} (${keys})`}>
      {/* Out of the Tab order, which goes from cell to cell; the keys above do the same. */}
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        tabIndex={-1}
        aria-label={`${name} ${index + 1}`}
        onClick={() => run(index)}
      >
        <Icon size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  ));
}

/** Column heading: what people call the field, and its raw PIMS name when that says more. */
export function LineHeading({ field }: { readonly field: string }) {
  return (
    <th scope="col" className={classes.heading} data-figure={field === 'QUANTITY' || undefined} title={field}>
      {fieldLabel(field)}
    </th>
  );
}
