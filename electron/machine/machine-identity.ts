import { readFile } from 'node:fs/promises';

/** What tells this machine from others. */
export interface MachineIdentity {
  /** The machine's own id; null when it can't be told. Never throws. */
  read(): Promise<string | null>;
}

/** Longer than this no start waits for it. */
const WITHIN_MS = 3_000;

/** The id that the operating system gave the machine when it was installed. */
export function createMachineIdentity(platform: NodeJS.Platform): MachineIdentity {
  return {
    async read() {
      try {
        return await readId(platform);
      } catch {
        return null;
      }
    },
  };
}

async function readId(platform: NodeJS.Platform): Promise<string | null> {
  switch (platform) {
    case 'win32': {
      const key = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';
      return windowsId(await answerOf('reg.exe', ['query', key, '/v', 'MachineGuid', '/reg:64']));
    }
    case 'darwin':
      return macId(await answerOf('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']));
    default:
      return (await textOf('/etc/machine-id')) ?? (await textOf('/var/lib/dbus/machine-id'));
  }
}

/** The value in an answer of `reg query`; null when there is none. */
export function windowsId(answer: string): string | null {
  return /MachineGuid\s+REG_SZ\s+(\S+)/.exec(answer)?.[1] ?? null;
}

/** The value in an answer of `ioreg`; null when there is none. */
export function macId(answer: string): string | null {
  return /"IOPlatformUUID"\s*=\s*"([^"]+)"/.exec(answer)?.[1] ?? null;
}

/** Null when the file is not there, or says that the machine has no id yet. */
async function textOf(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const id = text.trim();
  return id === '' || id === 'uninitialized' ? null : id;
}

async function answerOf(program: string, given: readonly string[]): Promise<string> {
  const { execFile } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    execFile(program, given, { timeout: WITHIN_MS, windowsHide: true }, (error, answer) => {
      if (error === null) resolve(answer);
      else reject(error);
    });
  });
}
