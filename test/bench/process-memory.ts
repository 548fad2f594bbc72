import { readdir, readFile, writeFile } from 'node:fs/promises';

/** Ids of a process and all that descend from it (Linux, from /proc). */
async function processTree(root: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => undefined);
    // The name in brackets may hold spaces; the parent is the second field after it.
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (Number.isInteger(parent)) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const tree = [root];
  for (const id of tree) tree.push(...(children.get(id) ?? []));
  return tree;
}

/** Proportional set size of a process tree in MiB: memory that processes share is counted once. */
export async function treeMemory(root: number): Promise<number> {
  let kibibytes = 0;
  for (const id of await processTree(root)) {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    kibibytes += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  }
  return kibibytes / 1024;
}

/** The memory of a process tree once it has come to rest: three readings in a row within 1 % of each other. */
export async function idleTreeMemory(root: number): Promise<number> {
  const readings: number[] = [];
  for (let second = 0; second < 60; second += 1) {
    readings.push(await treeMemory(root));
    const last = readings.slice(-3);
    const [least, most] = [Math.min(...last), Math.max(...last)];
    if (last.length === 3 && most - least <= most * 0.01) return most;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(
    `Memory does not come to rest: ${readings.map((mebibytes) => mebibytes.toFixed(0)).join(', ')} MiB`,
  );
}

/** Bytes that a process shares with no other. */
export async function privateMemory(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kibibytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].map(([, count]) =>
    Number(count),
  );
  return kibibytes.reduce((sum, count) => sum + count, 0) * 1024;
}

/** Bytes of memory that a process has now, and the most that it had since `forgetPeak`. */
export async function residentMemory(pid: number): Promise<{ readonly now: number; readonly peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
  return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
}

/** Begins to look for the peak of a process anew: the kernel keeps it, so that nothing is missed and nothing slowed down. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
}
