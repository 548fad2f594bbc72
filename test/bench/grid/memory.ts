import { privateMemory } from '../process-memory.ts';
import { type MeasuredGrid, openLines } from './measured-grid.ts';

export interface MemoryFigures {
  /** Bytes of JavaScript's heap, with no garbage in it. */
  readonly heap: number;
  /** Bytes that the window's process shares with no other. */
  readonly whole: number;
}

/** The memory of the window with so many lines open, on a page that had nothing else open before. */
export async function memoryWith(grid: MeasuredGrid, lines: number): Promise<MemoryFigures> {
  const { page, desk } = grid;
  await page.reload();
  await openLines(grid, lines);
  const devTools = await page.context().newCDPSession(page);
  const readings: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await devTools.send('HeapProfiler.collectGarbage');
    readings.push((await devTools.send('Runtime.getHeapUsage')).usedSize);
  }
  await devTools.detach();
  const pid = await desk.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
  const whole = await privateMemory(pid);
  await grid.leave();
  // What the page was still busy with at the first reading is let go by the last.
  return { heap: Math.min(...readings), whole };
}
