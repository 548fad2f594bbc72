import type { Draft } from '../../shared/drafts/draft.ts';
import { readQuantity } from '../../shared/drafts/quantity.ts';
import { linesToSend } from '../../shared/drafts/validate-draft.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { PlannedStep } from '../storage/steps.ts';

/** The steps that bring a checked draft into PIMS: its order, then each of its lines that is not blank, in order. */
export function planSteps(draft: Pick<Draft, 'header' | 'lines'>, reference: string): PlannedStep[] {
  return [
    {
      kind: 'create-order',
      ordinal: 0,
      request: { ...withoutBlanks(draft.header), REFERENCE_NUMBER: reference },
    },
    ...linesToSend(draft.lines).map(
      (line, index): PlannedStep => ({
        kind: 'add-line',
        ordinal: index + 1,
        draftLineId: line.id,
        request: withPlainQuantity(withoutBlanks(line.fields)),
      }),
    ),
  ];
}

/** Blanks around a value are slips of typing and pasting; a value of blanks alone is none. */
function withoutBlanks(fields: PimsFields): PimsFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]])),
  );
}

function withPlainQuantity(fields: PimsFields): PimsFields {
  const reading = readQuantity(fields.QUANTITY ?? '');
  return reading.ok ? { ...fields, QUANTITY: reading.value } : fields;
}
