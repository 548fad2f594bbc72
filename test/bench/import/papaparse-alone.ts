import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const source = join(import.meta.dirname, '../../../node_modules/papaparse/papaparse.min.js');

/** Papa Parse as it comes, in the page; what else it can do is of no interest here. */
interface PapaParse {
  parse(file: File, config: { readonly complete: (result: { readonly data: unknown[] }) => void }): void;
}

/**
 * Milliseconds in which Papa Parse alone, as its manual calls it, makes rows of a chosen file, in a page of Order Desk. From
 * the call to its answer with all rows.
 */
export async function timePapaParse(page: Page, path: string, rows: number): Promise<number> {
  // The page's policy forbids scripts of others, but not the debugger's.
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Runtime.evaluate', { expression: await readFile(source, 'utf8') });
  await devTools.detach();
  const input = await page.evaluateHandle(() => {
    const element = document.createElement('input');
    element.type = 'file';
    document.body.append(element);
    return element;
  });
  await input.setInputFiles(path);
  const { took, count } = await input.evaluate(async (element) => {
    const { Papa } = globalThis as unknown as { Papa: PapaParse };
    const [file] = element.files ?? [];
    if (file === undefined) throw new Error('No file was chosen.');
    const started = performance.now();
    const data = await new Promise<unknown[]>((resolve) => {
      Papa.parse(file, { complete: (result) => resolve(result.data) });
    });
    return { took: performance.now() - started, count: data.length };
  });
  // The heading, and an empty row behind the last line end.
  if (count !== rows + 2) throw new Error(`Papa Parse made ${count} rows of ${rows}.`);
  return took;
}
