import type { Draft } from '../../shared/drafts/draft.ts';
import { readQuantity } from '../../shared/drafts/quantity.ts';
import { linesToSend } from '../../shared/drafts/validate-draft.ts';
import type { DraftLineId } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { PlannedStep } from '../storage/steps.ts';

/**
 * The steps that bring a checked draft into PIMS: its order, then each of its lines that is not blank, in order; what
 * an earlier submission of it has brought there is left out.
 */
export function planSteps(
  draft: Pick<Draft, 'header' | 'lines' | 'inPims'>,
  reference: string,
): PlannedStep[] {
  const { inPims } = draft;
  const all: (PlannedStep & { readonly draftLineId?: DraftLineId })[] = [
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
  if (inPims === null) return all;
  const there = new Set(inPims.lineIds);
  return all.filter(({ draftLineId }) => draftLineId !== undefined && !there.has(draftLineId));
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
