import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { openAgGrid } from './ag-grid.ts';
import { UntunedTable } from './untuned-table.tsx';

/* A list of links, each to one grid with so many rows; the address says which is open: `#ag-grid/1000`, and `#` is none. */

const list = document.createElement('nav');
for (const grid of ['ag-grid', 'untuned']) {
  for (const count of [1, 100, 1_000, 10_000, 100_000]) {
    const link = document.createElement('a');
    link.href = `#${grid}/${count}`;
    link.textContent = `${grid} ${count}`;
    list.append(link, ' ');
  }
}
document.body.append(list);

let close = (): void => undefined;

function openAsked(): void {
  close();
  close = () => undefined;
  const [grid, count] = location.hash.slice(1).split('/');
  if (grid === '' || grid === undefined) return;
  const element = document.createElement('div');
  element.id = 'grid';
  document.body.append(element);
  if (grid === 'ag-grid') {
    const opened = openAgGrid(element, Number(count));
    close = () => {
      opened.close();
      element.remove();
    };
  } else {
    const root = createRoot(element);
    root.render(createElement(UntunedTable, { count: Number(count) }));
    close = () => {
      root.unmount();
      element.remove();
    };
  }
}

addEventListener('hashchange', openAsked);
openAsked();
