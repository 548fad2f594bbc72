import { Checkbox, Group, NumberInput, Select } from '@mantine/core';
import { delimiters, encodings } from '../../../shared/import/file/file-reading.ts';
import type { ImportSession } from '../session/import-session.ts';
import type { ImportSnapshot } from '../session/import-snapshot.ts';
import { delimiterNames, encodingNames } from './file-words.ts';

interface ReadingBarProps {
  readonly session: ImportSession;
  readonly opened: NonNullable<ImportSnapshot['opened']>;
  readonly reading: NonNullable<ImportSnapshot['reading']>;
}

const encodingChoices = encodings.map((value) => ({ value, label: encodingNames[value] }));
const delimiterChoices = delimiters.map((value) => ({ value, label: delimiterNames[value] }));

/** How the file is read: found out, and changed by hand; the preview follows at once. */
export function ReadingBar({ session, opened, reading }: ReadingBarProps) {
  const { source, headingLine } = reading;
  return (
    <Group gap="sm" align="flex-end" mb="xs">
      {source.kind === 'text' ? (
        <>
          <Select
            label={opened.isEncodingSure ? 'Encoding' : 'Encoding (a guess: look at letters such as é)'}
            data={encodingChoices}
            value={source.encoding}
            searchable
            allowDeselect={false}
            w={270}
            onChange={(_, option) => {
              const encoding = encodings.find((one) => one === option?.value);
              if (encoding !== undefined) void session.choose({ encoding });
            }}
          />
          <Select
            label="Columns end with"
            data={delimiterChoices}
            value={source.delimiter}
            allowDeselect={false}
            w={180}
            onChange={(_, option) => {
              const delimiter = delimiters.find((one) => one === option?.value);
              if (delimiter !== undefined) void session.choose({ delimiter });
            }}
          />
        </>
      ) : (
        <Select
          label="Sheet"
          data={[...opened.sheets]}
          value={source.sheet}
          allowDeselect={false}
          w={240}
          onChange={(sheet) => sheet !== null && void session.choose({ sheet })}
        />
      )}
      <NumberInput
        label="Headings are in line"
        placeholder="none"
        min={1}
        max={1_000}
        allowDecimal={false}
        w={150}
        value={headingLine ?? ''}
        onChange={(value) => {
          const line = Number(value);
          session.changeReading({ headingLine: value === '' || line < 1 ? null : line });
        }}
      />
      {headingLine === null && (
        <NumberInput
          label="Rows begin in line"
          min={1}
          max={1_000}
          allowDecimal={false}
          w={130}
          value={reading.firstLine}
          onChange={(value) => session.changeReading({ firstLine: Math.max(1, Number(value)) })}
        />
      )}
      <Checkbox
        label="Leave out totals at the end"
        checked={reading.leaveOutTotals}
        pb={6}
        onChange={(event) => session.changeReading({ leaveOutTotals: event.currentTarget.checked })}
      />
    </Group>
  );
}
