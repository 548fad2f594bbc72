import { ActionIcon, Menu, Select, Text, Tooltip } from '@mantine/core';
import { Combine } from 'lucide-react';
import type { ColumnMatch } from '../../../shared/import/columns/match-columns.ts';
import type { ImportField } from '../../../shared/import/fields/import-fields.ts';
import { columnLetter } from '../../../shared/import/file/read-table.ts';
import tableClasses from '../../ui/data-table.module.css';
import type { ImportSession } from '../session/import-session.ts';
import type { ColumnPlan } from '../session/import-snapshot.ts';
import { fieldOfColumn } from '../session/mapping-edits.ts';
import classes from './columns-step.module.css';
import { choiceOf, fieldChoiceLabel, fieldChoices, fieldOfChoice } from './field-choices.ts';
import { HowRead } from './how-read.tsx';
import { matchWords, readWords } from './match-words.ts';

interface ColumnTableProps {
  readonly session: ImportSession;
  readonly plan: ColumnPlan;
  readonly fields: readonly ImportField[];
  readonly withOrderFields: boolean;
}

/** The columns of the file, some of what stands in them, and the field that each goes into. */
export function ColumnTable({ session, plan, fields, withOrderFields }: ColumnTableProps) {
  const choices = fieldChoices(fields, withOrderFields);
  return (
    <div className={tableClasses.frame}>
      <table className={tableClasses.table} aria-label="Columns of the file">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Such as</th>
            <th scope="col">Goes into</th>
            <th scope="col">How it is read</th>
          </tr>
        </thead>
        <tbody>
          {plan.matches.map((match) => (
            <ColumnRow key={match.column} {...{ session, plan, fields, match, choices }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnRowProps extends Pick<ColumnTableProps, 'session' | 'plan' | 'fields'> {
  readonly match: ColumnMatch;
  readonly choices: ReturnType<typeof fieldChoices>;
}

function ColumnRow({ session, plan, fields, match, choices }: ColumnRowProps) {
  const { column, heading, samples } = match;
  const { mapping } = plan;
  const mapped = fieldOfColumn(mapping, column);
  const proposed = match.match;
  const isKept = mapped !== undefined && mapped.table === proposed?.table && mapped.field === proposed.field;
  const shown = samples.map((sample) => (mapped === undefined ? sample : readWords(mapped, sample)));
  const columns = mapped?.source.kind === 'columns' ? mapped.source.columns : [];
  return (
    <tr data-unused={mapped === undefined || undefined} className={classes.column}>
      <th scope="row" className={classes.heading} title={heading}>
        <span className={classes.letter}>{columnLetter(column)}</span>
        {heading}
      </th>
      <td className={classes.samples} title={shown.join('\n')}>
        {shown.join(' · ')}
      </td>
      <td>
        <div className={classes.goesInto}>
          <Select
            aria-label={`Column ${heading} goes into`}
            data={choices}
            value={mapped === undefined ? null : choiceOf(mapped)}
            placeholder="Don’t import"
            searchable
            clearable
            nothingFoundMessage="No such field"
            onChange={(choice) => {
              const field = choice === null ? null : (fieldOfChoice(fields, choice) ?? null);
              void session.mapColumn(column, field, { joins: false });
            }}
            w={236}
          />
          {mapped === undefined && <JoinMenu {...{ session, plan, fields, column, heading }} />}
          <Text size="xs" c="dimmed" className={classes.why}>
            {columns.length > 1
              ? `joined: ${columns.map((one) => plan.matches[one]?.heading ?? columnLetter(one)).join(' + ')}`
              : matchWords(match, isKept)}
          </Text>
        </div>
      </td>
      <td>{mapped !== undefined && columns[0] === column && <HowRead {...{ session, plan, mapped }} />}</td>
    </tr>
  );
}

interface JoinMenuProps extends Pick<ColumnRowProps, 'session' | 'plan' | 'fields'> {
  readonly column: number;
  readonly heading: string;
}

/** Joins a column that goes nowhere to the text of another one. */
function JoinMenu({ session, plan, fields, column, heading }: JoinMenuProps) {
  const joinable = plan.mapping.fields.flatMap(({ source, cell, ...name }) => {
    const field = fieldOfChoice(fields, choiceOf(name));
    return source.kind === 'columns' && cell.kind === 'text' && field !== undefined ? [field] : [];
  });
  if (joinable.length === 0) return null;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Tooltip label="Join it to another column">
          <ActionIcon variant="subtle" color="gray" aria-label={`Join ${heading} to another column`}>
            <Combine size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {joinable.map((field) => (
          <Menu.Item
            key={choiceOf(field)}
            onClick={() => void session.mapColumn(column, field, { joins: true })}
          >
            Behind {fieldChoiceLabel(field)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
