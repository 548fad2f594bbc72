import { execFile } from 'node:child_process';

/** Asks the Secret Service for the entries of one account, without unlocking anything and without a prompt. */
const questions = [
  (service: string, account: string) => [
    'gdbus',
    ...['call', '--session', '--timeout', '5', '--dest', 'org.freedesktop.secrets'],
    ...[
      '--object-path',
      '/org/freedesktop/secrets',
      '--method',
      'org.freedesktop.Secret.Service.SearchItems',
    ],
    `{'service': '${service}', 'account': '${account}'}`,
  ],
  (service: string, account: string) => [
    'dbus-send',
    ...['--session', '--print-reply', '--reply-timeout=5000', '--dest=org.freedesktop.secrets'],
    ...['/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.SearchItems'],
    `dict:string:string:service,${service},account,${account}`,
  ],
] as const;

/**
 * True if there is such an entry on Linux, but locked. libsecret, and so keytar, answers “no such entry” when the
 * person closes the question for the keyring's password; without this a locked keyring would look like a secret
 * that was never saved. False also when neither of the two usual tools is there to ask with.
 */
export async function isLockedEntry(service: string, account: string): Promise<boolean> {
  // Both go into the tools' own syntax.
  if (!/^[\w .-]+$/.test(service) || !/^[\w.-]+$/.test(account)) return false;
  for (const question of questions) {
    const [command = '', ...rest] = question(service, account);
    const answer = await output(command, rest);
    if (answer !== null) return namesLockedEntry(answer);
  }
  return false;
}

/** The answer holds two lists of object paths: unlocked entries, then locked ones. */
export function namesLockedEntry(answer: string): boolean {
  const lists = [...answer.matchAll(/\[([^\]]*)\]/g)];
  return lists[1]?.[1]?.includes('/') === true;
}

function output(command: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 6_000 }, (error, stdout) => resolve(error === null ? stdout : null));
  });
}
