import type { FieldName } from '../fields/import-fields.ts';
import type { CheckedRow, ProblemKind, RowEdit } from './checked-row.ts';

/** One change for many rows: “in all 37 rows: replace O with 0”. */
export type RowRule =
  | (FieldName & { readonly kind: 'replace'; readonly find: string; readonly replacement: string })
  | (FieldName & { readonly kind: 'set'; readonly value: string; readonly onlyWhereBlank: boolean })
  /** Takes the proposal of every problem of a kind that has exactly one. */
  | { readonly kind: 'take-proposals'; readonly problem: ProblemKind };

/** An edit with what stood there before, so that it can be shown, and taken back. */
export interface RuleEdit extends RowEdit {
  readonly before: string;
}

/** What a rule would change in these rows; rows that stay as they are make no edit. */
export function editsOfRule(rule: RowRule, rows: readonly CheckedRow[]): RuleEdit[] {
  return rows.flatMap((row): RuleEdit[] => {
    if (rule.kind === 'take-proposals') {
      return row.problems.flatMap(({ kind, table, field, proposals }) => {
        const [only] = proposals;
        if (kind !== rule.problem || field === null || only === undefined || proposals.length > 1) return [];
        return editOf(row, { table, field }, only.value);
      });
    }
    const before = textIn(row, rule);
    if (rule.kind === 'replace') {
      return rule.find === ''
        ? []
        : editOf(
            row,
            rule,
            before.replaceAll(rule.find, () => rule.replacement),
          );
    }
    return rule.onlyWhereBlank && before.trim() !== '' ? [] : editOf(row, rule, rule.value);
  });
}

/** The edits that take others back. */
export function reverseEdits(edits: readonly RuleEdit[]): RuleEdit[] {
  return edits.map((edit) => ({ ...edit, value: edit.before, before: edit.value }));
}

function editOf(row: CheckedRow, { table, field }: FieldName, value: string): RuleEdit[] {
  const before = textIn(row, { table, field });
  return value === before ? [] : [{ id: row.id, table, field, value, before }];
}

function textIn({ fields, order }: CheckedRow, { table, field }: FieldName): string {
  return (table === 'ORDERS' ? order : fields)[field] ?? '';
}
