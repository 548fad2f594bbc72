import { describe, expect, it } from 'vitest';
import {
  fieldOfColumn,
  withColumn,
  withConstant,
  withField,
  withoutColumn,
  withoutField,
} from '../../../renderer/import/session/mapping-edits.ts';
import type { ImportMapping } from '../../../shared/import/columns/import-mapping.ts';

const part = { table: 'ORDER_LINEITEMS', field: 'PART_CODE' } as const;
const quantity = { table: 'ORDER_LINEITEMS', field: 'QUANTITY' } as const;
const text = { kind: 'text', upperCase: false } as const;
const nothing: ImportMapping = { fields: [], groupBy: [] };
const sourceOf = ({ fields }: ImportMapping, field: string) =>
  fields.find((one) => one.field === field)?.source;

describe('putting columns into fields', () => {
  it('takes one column for a field, and joins a second one behind it', () => {
    const one = withColumn(nothing, 2, part, text);
    expect(sourceOf(one, 'PART_CODE')).toEqual({ kind: 'columns', columns: [2], joiner: ' ' });
    const two = withColumn(one, 0, part, text);
    expect(sourceOf(two, 'PART_CODE')).toEqual({ kind: 'columns', columns: [2, 0], joiner: ' ' });
    expect(fieldOfColumn(two, 0)?.field).toBe('PART_CODE');
    expect(sourceOf(withoutColumn(two, 2), 'PART_CODE')).toEqual({
      kind: 'columns',
      columns: [0],
      joiner: ' ',
    });
    expect(withoutColumn(one, 2).fields).toEqual([]);
    expect(fieldOfColumn(one, 1)).toBeUndefined();
  });

  it('gives a field the same text in every row, in the place of a column', () => {
    const mapping = withConstant(withColumn(nothing, 2, part, text), part, 'A-1');
    expect(sourceOf(mapping, 'PART_CODE')).toEqual({ kind: 'constant', value: 'A-1' });
    expect(withoutColumn(mapping, 2)).toEqual(mapping);
    expect(sourceOf(withColumn(mapping, 1, part, text), 'PART_CODE')).toMatchObject({ columns: [1] });
    expect(withoutField(mapping, part).fields).toEqual([]);
  });

  it('changes one field and leaves the others alone', () => {
    const mapping = withColumn(withColumn(nothing, 0, part, text), 1, quantity, text);
    const changed = withField(mapping, quantity, { whenBlank: '1' });
    expect(changed.fields.map(({ whenBlank }) => whenBlank)).toEqual(['', '1']);
    expect(changed.fields[0]).toBe(mapping.fields[0]);
  });
});
