import { Checkbox, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { type DateReading, dateReadings } from '../../../shared/import/columns/date-reading.ts';
import type { CellReading, MappedField } from '../../../shared/import/columns/import-mapping.ts';
import { type NumberReading, numberReadings } from '../../../shared/import/columns/number-reading.ts';
import type { ReadingQuestion } from '../../../shared/import/columns/propose-mapping.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import type { ImportSession } from '../session/import-session.ts';
import type { ColumnPlan } from '../session/import-snapshot.ts';
import { withField } from '../session/mapping-edits.ts';

interface HowReadProps {
  readonly session: ImportSession;
  readonly plan: ColumnPlan;
  readonly mapped: MappedField;
}

const readingNames: Readonly<Record<NumberReading | DateReading, string>> = {
  point: 'Point: 1,234.5',
  comma: 'Comma: 1.234,5',
  ymd: 'Year, month, day',
  dmy: 'Day, month, year',
  mdy: 'Month, day, year',
};

/** A reading by its name, as a cell is read by it; null for what is no reading. */
function cellReading(name: string | undefined): CellReading | null {
  const number = numberReadings.find((one) => one === name);
  if (number !== undefined) return { kind: 'number', reading: number };
  const date = dateReadings.find((one) => one === name);
  return date === undefined ? null : { kind: 'date', reading: date };
}

/** How the texts of a column are taken: one way for all of its rows. */
export function HowRead({ session, plan, mapped }: HowReadProps) {
  const { table, field, cell, whenBlank } = mapped;
  const label = fieldLabel(field);
  const question = plan.questions.find((one) => one.table === table && one.field === field);
  if (question !== undefined) return <Question {...{ session, question, label }} />;
  return (
    <Group gap="xs" wrap="nowrap">
      {cell.kind === 'text' ? (
        <Checkbox
          label="In capitals"
          checked={cell.upperCase}
          onChange={(event) =>
            session.answerReading(mapped, { kind: 'text', upperCase: event.currentTarget.checked })
          }
        />
      ) : (
        <Select
          aria-label={`How ${label} is read`}
          data={(cell.kind === 'number' ? numberReadings : dateReadings).map((value) => ({
            value,
            label: readingNames[value],
          }))}
          value={cell.reading}
          allowDeselect={false}
          w={160}
          onChange={(_, option) => {
            const reading = cellReading(option?.value);
            if (reading !== null) session.answerReading(mapped, reading);
          }}
        />
      )}
      {field === 'QUANTITY' && (
        <TextInput
          aria-label="Quantity of rows that have none"
          placeholder="when blank"
          w={96}
          value={whenBlank}
          onChange={(event) => {
            const value = event.currentTarget.value.trim();
            session.changeMapping((mapping) => withField(mapping, mapped, { whenBlank: value }));
          }}
        />
      )}
    </Group>
  );
}

interface QuestionProps {
  readonly session: ImportSession;
  readonly question: ReadingQuestion;
  readonly label: string;
}

/** Two readings fit all rows, and make something else of some: the person says which, once. */
function Question({ session, question, label }: QuestionProps) {
  const { readings, samples } = question.inference;
  const [sample] = samples;
  const readAs: Readonly<Partial<Record<string, string>>> = sample?.readAs ?? {};
  return (
    <Radio.Group
      data-question
      label={`How is ${label} written? Both ways fit.`}
      onChange={(value) => {
        const reading = cellReading(value);
        if (reading !== null) session.answerReading(question, reading);
      }}
    >
      <Stack gap={2} my={4}>
        {readings.map((reading) => (
          <Radio
            key={reading}
            value={reading}
            label={
              <>
                {readingNames[reading]}
                {sample !== undefined && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    “{sample.raw}” is {readAs[reading] ?? 'not readable'}
                  </Text>
                )}
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
