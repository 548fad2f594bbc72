import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RowRule, RuleEdit } from '../../../shared/import/check/row-rules.ts';
import type { FieldName } from '../../../shared/import/fields/import-fields.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import type { ImportSession } from '../session/import-session.ts';

interface Replacing extends FieldName {
  readonly session: ImportSession;
  readonly ids: readonly number[];
}

/** Asks what is to be replaced in a field of these rows, and shows what would come of it. */
export function askReplacement(replacing: Replacing): void {
  flushSync(() => {
    const id = modals.open({
      title: `Replace in ${fieldLabel(replacing.field)}, ${replacing.ids.length.toLocaleString('en')} ${replacing.ids.length === 1 ? 'row' : 'rows'}`,
      children: <Replacement {...replacing} onDone={() => modals.close(id)} />,
    });
  });
}

const SHOWN = 5;

function Replacement({ session, ids, table, field, onDone }: Replacing & { readonly onDone: () => void }) {
  const [find, setFind] = useState('');
  const [replacement, setReplacement] = useState('');
  const [edits, setEdits] = useState<readonly RuleEdit[]>([]);
  const rule = useMemo((): RowRule | null => {
    if (find !== '') return { kind: 'replace', table, field, find, replacement };
    // Without a text to find, the whole value is replaced.
    return replacement === ''
      ? null
      : { kind: 'set', table, field, value: replacement, onlyWhereBlank: false };
  }, [table, field, find, replacement]);
  useEffect(() => {
    let isWanted = true;
    if (rule === null) setEdits([]);
    else void session.rule(rule, ids).then((found) => isWanted && setEdits(found));
    return () => {
      isWanted = false;
    };
  }, [session, ids, rule]);
  const replace = async (): Promise<void> => {
    if (rule === null || edits.length === 0) return;
    // Asked anew: what is shown may still be that of the letter before.
    const wanted = await session.rule(rule, ids);
    if (wanted.length > 0) session.edit({ kind: 'set', edits: wanted });
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void replace();
      }}
    >
      <Stack gap="xs">
        <TextInput
          label="Replace this"
          description="Leave it empty to replace the whole value"
          value={find}
          data-autofocus
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <TextInput
          label="with"
          value={replacement}
          onChange={(event) => setReplacement(event.currentTarget.value)}
        />
        <Text size="sm" role="status">
          {edits.length === 0
            ? 'Nothing would change.'
            : `${edits.length.toLocaleString('en')} ${edits.length === 1 ? 'row changes' : 'rows change'}, such as:`}
        </Text>
        {edits.slice(0, SHOWN).map((edit) => (
          <Text key={edit.id} size="sm">
            <del>{edit.before || '(empty)'}</del> → <strong>{edit.value || '(empty)'}</strong>
          </Text>
        ))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" disabled={edits.length === 0}>
            Replace
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
