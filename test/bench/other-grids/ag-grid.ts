import { ClientSideRowModelModule, createGrid, ModuleRegistry, TextEditorModule } from 'ag-grid-community';
import { fields, numberedRows, pastedRows, type Row } from './row.ts';

ModuleRegistry.registerModules([ClientSideRowModelModule, TextEditorModule]);

/**
 * AG Grid Community, with its own core rather than its React shell: the best known one, MIT, alive, editable and virtualised, and
 * none of its packages asks for another React. Pasting a range is not in the free edition, so the page hands it the pasted rows.
 */
export function openAgGrid(element: HTMLElement, count: number): { readonly close: () => void } {
  let rows = numberedRows(count);
  let before = rows;
  const grid = createGrid<Row>(element, {
    columnDefs: fields.map((field) => ({
      field,
      editable: true,
      width: field === 'DESCRIPTION' ? 320 : 160,
    })),
    rowData: rows,
    getRowId: ({ data }) => data.id,
    rowHeight: 28,
    headerHeight: 28,
  });
  const put = (next: Row[]): void => {
    [before, rows] = [rows, next];
    grid.setGridOption('rowData', rows);
  };
  const open = new AbortController();
  // Where nothing can be edited, the event goes to the body.
  document.addEventListener(
    'paste',
    (event) => {
      event.preventDefault();
      put(pastedRows(event.clipboardData?.getData('text/plain') ?? ''));
    },
    open,
  );
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.key === 'z') put(before);
  });
  return {
    close: () => {
      open.abort();
      grid.destroy();
    },
  };
}
