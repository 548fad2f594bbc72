import type { Draft } from '../../../shared/drafts/draft.ts';
import { readQuantity } from '../../../shared/drafts/quantity.ts';
import { linesToSend } from '../../../shared/drafts/validate-draft.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { PlannedStep } from '../../storage/submissions/steps.ts';

/**
 * The steps that bring a checked draft into PIMS; what an earlier submission of it has brought there is left out. A new
 * order goes first and its lines that are not blank follow, in order. For an order that PIMS has, the changes of its lines
 * go first: where one meets somebody else's, nothing was sent yet. `reference` is the field that carries it, and its value.
 */
export function planSteps(
  {
    header,
    lines,
    inPims,
    target,
    changes,
  }: Pick<Draft, 'header' | 'lines' | 'inPims' | 'target' | 'changes'>,
  reference: { readonly field: string; readonly value: string },
): PlannedStep[] {
  const there = new Set(inPims?.lineIds);
  const added = linesToSend(lines).flatMap((line, index): PlannedStep[] =>
    there.has(line.id)
      ? []
      : [
          {
            kind: 'add-line',
            ordinal: index + 1,
            draftLineId: line.id,
            request: withPlainQuantity(withoutBlanks(line.fields)),
          },
        ],
  );
  if (target !== null) {
    const updated = changes.map(
      ({ lineNumber, base, fields }, index): PlannedStep => ({
        kind: 'update-line',
        ordinal: index - changes.length,
        targetLine: lineNumber,
        base,
        // Unlike in a new line, a blank says something here: the field is emptied.
        request: withPlainQuantity(trimmed(fields)),
      }),
    );
    return [...updated, ...added];
  }
  if (inPims !== null) return added;
  const request = { ...withoutBlanks(header), [reference.field]: reference.value };
  return [{ kind: 'create-order', ordinal: 0, request }, ...added];
}

/** Blanks around a value are slips of typing and pasting. */
function trimmed(fields: PimsFields): PimsFields {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value.trim()]));
}

/** A value of blanks alone is none. */
function withoutBlanks(fields: PimsFields): PimsFields {
  return Object.fromEntries(Object.entries(trimmed(fields)).filter(([, value]) => value !== ''));
}

function withPlainQuantity(fields: PimsFields): PimsFields {
  const reading = readQuantity(fields.QUANTITY ?? '');
  return reading.ok ? { ...fields, QUANTITY: reading.value } : fields;
}
