import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { breakable } from '../../../renderer/ui/breakable.tsx';

it.each([
  ['EXTENDED_PRICE', /(?<=_)/, 'EXTENDED_<wbr/>PRICE'],
  ['QUANTITY', /(?<=_)/, 'QUANTITY'],
  ['orders@example.com,two@example.com', /(?<=[@,])/, 'orders@<wbr/>example.com,<wbr/>two@<wbr/>example.com'],
])('%s may go on in the next line only where it is allowed', (text, places, markup) => {
  expect(renderToStaticMarkup(breakable(text, places))).toBe(markup);
});
