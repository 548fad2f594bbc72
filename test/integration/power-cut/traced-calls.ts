import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process asked of the operating system, as far as it tells what a power cut leaves. In the order in which it happened. */
export type TracedCall =
  /** Bytes handed to a file: in a cache from then on, on the disk after the file's next `sync`. */
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'remove'; readonly path: string }
  /** Of a file or a folder; noted when it has returned. */
  | { readonly kind: 'sync'; readonly path: string }
  /** The first bytes of a message that leave for the network; noted when they begin to. */
  | { readonly kind: 'send'; readonly text: string };

const CALLS =
  'write,pwrite64,writev,sendto,sendmsg,sendmmsg,fsync,fdatasync,sync_file_range,ftruncate,unlink,unlinkat,rename';
const options = ['-f', '-y', '-xx', '-s', '70000', '-e', `trace=${CALLS}`];

/** What a process of its own is run with to be traced into a file. */
export function tracing(file: string): { readonly command: string; readonly args: readonly string[] } {
  return { command: 'strace', args: [...options, '-o', file] };
}

/** Why nothing can be traced on this machine; null when it can. */
export function whyNotTraced(): string | null {
  if (process.platform !== 'linux') return 'strace is for Linux';
  const { command, args } = tracing('/dev/null');
  const { status, error, stderr } = spawnSync(command, [...args, 'true'], { encoding: 'utf8' });
  if (error !== undefined) return 'strace is not installed';
  return status === 0 ? null : `strace is not permitted: ${stderr.trim()}`;
}

/** Reads the file that `tracing` has written. */
export function readTrace(file: string): TracedCall[] {
  const begun = new Map<string, string>();
  const calls: TracedCall[] = [];
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
    if (text.endsWith('<unfinished ...>')) {
      const call = text.slice(0, -'<unfinished ...>'.length).trimEnd();
      begun.set(thread, call);
      calls.push(...sent(call));
    } else if (resumed !== null) {
      calls.push(...done(`${begun.get(thread) ?? ''}${resumed[1] ?? ''}`));
      begun.delete(thread);
    } else {
      calls.push(...sent(text), ...done(text));
    }
  }
  return calls;
}

const aboutDescriptor = /^(\w+)\(\d+<([^>]*)>(?:\(deleted\))?(?:, )?(.*)$/s;

/** A call that has begun, if it sends something over a socket. */
function sent(call: string): TracedCall[] {
  const [, name = '', path = '', rest = ''] = aboutDescriptor.exec(call) ?? [];
  if (!/^(write|writev|sendto|sendmsg|sendmmsg)$/.test(name) || !/^(socket|TCP)/.test(decode(path)))
    return [];
  return [{ kind: 'send', text: texts(rest).map(decode).join('') }];
}

/** A call that has returned, if it succeeded and concerns a file. */
function done(call: string): TracedCall[] {
  if (!/ = \d+$/.test(call)) return [];
  const [, removed] = /^unlink(?:at)?\((?:\d+<[^>]*>, |AT_FDCWD(?:<[^>]*>)?, )?"([^"]*)"/.exec(call) ?? [];
  if (removed !== undefined) return [{ kind: 'remove', path: decode(removed) }];
  const [, name = '', rawPath = '', rest = ''] = aboutDescriptor.exec(call) ?? [];
  const path = decode(rawPath);
  switch (name) {
    case 'pwrite64': {
      const [, at] = /, (\d+)\) += \d+$/.exec(rest) ?? [];
      if (at === undefined) throw new Error(`A write that does not say where: ${rest.slice(-80)}`);
      return texts(rest).map((text) => ({
        kind: 'write',
        path,
        at: Number(at),
        bytes: Buffer.from(decode(text), 'latin1'),
      }));
    }
    case 'ftruncate':
      return [{ kind: 'truncate', path, length: Number.parseInt(rest, 10) }];
    case 'fsync':
    case 'fdatasync':
      return [{ kind: 'sync', path }];
    default:
      return [];
  }
}

function texts(rest: string): string[] {
  return Array.from(rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g), ([, text = '']) => text);
}

/** strace writes every character as `\xNN` (-xx). */
function decode(text: string): string {
  return text.replaceAll(/\\x([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
