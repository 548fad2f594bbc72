import { Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { resizeColumn, shiftColumn, toggleShown } from '../columns/column-layout.ts';
import { HeadingMenu } from '../columns/heading-menu.tsx';
import { valueAt, whyFixedAt } from '../input/grid-now.ts';
import { useLineGrid } from '../input/use-line-grid.ts';
import type { LineGridProps } from '../line-grid-props.ts';
import { boxOf } from '../model/grid-measures.ts';
import { aboutWords, columnCount, rectOf, rowCount } from '../model/grid-model.ts';
import { isSingleCell, selectedRect } from '../model/grid-selection.ts';
import { fittedWidth, isCutOff } from '../model/text-width.ts';
import { BlockMenu } from './block-menu.tsx';
import { CellInput } from './cell-input.tsx';
import { GridFrame } from './grid-frame.tsx';
import { cellId } from './grid-row.tsx';
import { GridToolbar } from './grid-toolbar.tsx';
import classes from './line-grid.module.css';

/** Rows of fields that are edited as in a spreadsheet. It knows nothing of what they are; what is done goes out as commands. */
export function LineGrid(props: LineGridProps) {
  const { label, rows, columns, layout, onLayout, canWrite, canAdd, lookOf } = props;
  const grid = useLineGrid(props);
  const { gridId, scroller, latest, table, shown, widths, widthsById, view, viewed, selection } = grid;
  const { editor, block, focusInput, leaveCell, numberAt, menuColumn, setMenuColumn } = grid;
  const [focused, setFocused] = useState(false);
  // What the menu is about stays marked while it has the focus.
  const [menuOpen, setMenuOpen] = useState(false);

  const rect = selectedRect(selection);
  const { active } = selection;
  const activeRow = viewed[active.row];
  const activeColumn = shown[active.column];
  const look =
    activeRow === undefined || activeColumn === undefined ? null : lookOf(activeRow, activeColumn.id);
  const fixed = canWrite ? whyFixedAt(latest, active) : null;
  const value = valueAt(latest, active);
  const isCut = focused && editor.mode === 'closed' && isCutOff(value, widths[active.column] ?? 0);
  const aboutId = `${gridId}-about`;
  const about = aboutWords([look?.problem, look?.warning, look?.words, fixed]);
  const menuOf = shown.find(({ id }) => id === menuColumn);
  return (
    <div className={classes.grid}>
      <GridToolbar
        grid={grid}
        label={label}
        title={props.title}
        columnMenu={props.columnMenu}
        rowCount={rows.length}
      />
      <Menu
        withinPortal
        width={250}
        onOpen={() => setMenuOpen(true)}
        onClose={() => {
          setMenuOpen(false);
          focusInput();
        }}
      >
        <Menu.ContextMenu>
          <div className={classes.menuTarget}>
            <GridFrame {...{ grid, props }} focused={focused || menuOpen}>
              {activeColumn !== undefined && (
                <CellInput
                  inputRef={grid.input}
                  label={props.cellLabel(numberAt(active.row), activeColumn.id)}
                  box={boxOf(rectOf(active, active), widths)}
                  cellId={cellId(gridId, active.row, active.column)}
                  isFigure={activeColumn.isFigure}
                  isInvalid={look?.problem != null}
                  onKeyDown={grid.onKeyDown}
                  onFocus={() => setFocused(true)}
                  onBlur={() => {
                    setFocused(false);
                    // When the whole window loses the focus, the person comes back to the open cell.
                    if (document.activeElement === grid.input.current) return editor.handOver();
                    editor.commit();
                    leaveCell();
                  }}
                  onCopy={block.copied}
                  onCut={block.clear}
                  onPaste={block.paste}
                  clean={props.clean}
                  suggesting={grid.suggesting}
                  suggested={props.suggestions?.column === activeColumn.id ? props.suggestions.label : null}
                  {...{ editor, gridId, aboutId, fixed, canWrite }}
                />
              )}
            </GridFrame>
          </div>
        </Menu.ContextMenu>
        <BlockMenu
          rowCount={Math.max(1, Math.min(rect.bottom + 1, viewed.length) - rect.top)}
          onCopy={() => runClipboard('copy', focusInput)}
          onCut={() => runClipboard('cut', focusInput)}
          onPaste={() => {
            focusInput();
            props.onPaste();
          }}
          {...{ block, canWrite, canAdd }}
        />
      </Menu>
      {menuOf !== undefined && (
        <HeadingMenu
          column={menuOf}
          heading={scroller.current?.querySelector(`[data-heading="${CSS.escape(menuOf.id)}"]`) ?? null}
          onClose={() => {
            setMenuColumn(null);
            focusInput();
          }}
          onHide={() => onLayout(toggleShown(columns, layout, menuOf.id))}
          onShift={(by) => onLayout(shiftColumn(columns, layout, menuOf.id, by))}
          onResize={(by) => onLayout(resizeColumn(layout, menuOf.id, (widthsById[menuOf.id] ?? 0) + by))}
          onFit={() => onLayout(resizeColumn(layout, menuOf.id, fittedWidth(menuOf, viewed)))}
          {...{ table, view }}
        />
      )}
      <div className={classes.foot}>
        {/* Screen readers have it from the input. */}
        {isCut && (
          <div aria-hidden className={classes.whole}>
            {value}
          </div>
        )}
        {props.foot}
        <Text
          component="div"
          id={aboutId}
          size="sm"
          className={classes.here}
          data-problem={(focused && look?.problem != null) || undefined}
        >
          {focused && about}
        </Text>
        <Text size="sm" c="dimmed" role="status">
          {!isSingleCell(selection) && `${rowCount(rect)} × ${columnCount(rect)} marked`}
        </Text>
      </div>
    </div>
  );
}

/** The page's own copying fires the event that the input answers. */
function runClipboard(command: 'copy' | 'cut', focus: () => void): void {
  focus();
  document.execCommand(command);
}
