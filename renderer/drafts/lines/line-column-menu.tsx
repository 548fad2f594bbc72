import {
  type ColumnLayout,
  shownIds,
  usualLayout,
  withShown,
} from '../../line-grid/columns/column-layout.ts';
import type { GridColumn } from '../../line-grid/model/grid-model.ts';
import { ColumnMenu } from '../../record-grid/column-menu.tsx';
import { FieldAdder } from '../field-adder.tsx';

interface LineColumnMenuProps {
  /** Of the input that takes a field's name; a screen may have two. */
  readonly id: string;
  readonly columns: readonly GridColumn[];
  /** Fields that lines are known to have. */
  readonly known: readonly string[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  /** Fields that are no columns here. */
  readonly left: readonly string[];
}

/** Which fields of lines are columns: those seen so far, and any other PIMS field by its name. */
export function LineColumnMenu({ id, columns, known, layout, onLayout, left }: LineColumnMenuProps) {
  const shown = shownIds(columns, layout);
  const all = [...known.filter((field) => !left.includes(field)), ...columns.map((column) => column.id)];
  return (
    <ColumnMenu
      columns={shown}
      known={all}
      onChange={(next) => onLayout(withShown(columns, layout, next))}
      onUsual={() => onLayout(usualLayout)}
    >
      <FieldAdder
        id={id}
        table="ORDER_LINEITEMS"
        label="Add a column"
        example="UNIT_PRICE"
        present={shown}
        onAdd={(field) => onLayout(withShown(columns, layout, [...shown, field]))}
      />
    </ColumnMenu>
  );
}
