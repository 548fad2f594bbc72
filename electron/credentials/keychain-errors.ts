import { DeskError, type ErrorDetails, type KeychainCode } from '../../shared/errors.ts';

export interface KeychainSurroundings {
  readonly platform: NodeJS.Platform;
  /** Text of /etc/os-release on Linux, for the names of packages; empty elsewhere. */
  readonly osRelease: string;
}

interface Rule {
  readonly code: KeychainCode;
  readonly says: RegExp;
  /** What is missing, when something can be installed. */
  readonly missing?: 'service' | 'bus' | 'library';
}

/*
 * keytar hands on the words of the system and nothing else. The Linux ones were provoked with libsecret 0.20 and
 * gnome-keyring 42; those of macOS are the texts of SecCopyErrorMessageString, those of Windows are FormatMessage's
 * and come in the language of the system, so that only the English ones are recognised.
 */
const linuxRules: readonly Rule[] = [
  {
    code: 'keychain-unavailable',
    says: /libsecret.*cannot open shared object|cannot open shared object.*libsecret/i,
    missing: 'library',
  },
  {
    code: 'keychain-unavailable',
    says: /autolaunch D-Bus|dbus-launch|D-Bus daemon|^Could not connect: /i,
    missing: 'bus',
  },
  {
    code: 'keychain-unavailable',
    says: /org\.freedesktop\.secrets was not provided|ServiceUnknown/i,
    missing: 'service',
  },
  { code: 'keychain-locked', says: /locked collection|Error\.IsLocked|is locked/i },
  // The service runs, but the person did not let it make its first keyring.
  { code: 'keychain-cancelled', says: /Object does not exist at path|dismissed|cancell?ed/i },
  { code: 'keychain-denied', says: /AccessDenied|access (was )?denied|not permitted|permission denied/i },
  { code: 'keychain-full', says: /no space left|quota/i },
];

const macRules: readonly Rule[] = [
  { code: 'keychain-cancelled', says: /user cancell?ed/i },
  { code: 'keychain-locked', says: /interaction is (not allowed|required)|keychain is locked/i },
  {
    code: 'keychain-denied',
    says: /passphrase you entered is not correct|entitlement|no access control|not authorized|cannot be modified|permission/i,
  },
  { code: 'keychain-full', says: /disk is full/i },
];

const windowsRules: readonly Rule[] = [
  { code: 'keychain-secret-too-long', says: /stub received bad data|parameter is incorrect/i },
  { code: 'keychain-full', says: /not enough (memory|storage|quota)|memory resources/i },
  { code: 'keychain-cancelled', says: /cancell?ed by the user/i },
  { code: 'keychain-denied', says: /access is denied/i },
];

const packagesOf = {
  service: { debian: 'gnome-keyring', other: 'gnome-keyring' },
  bus: { debian: 'dbus-user-session', other: 'dbus' },
  library: { debian: 'libsecret-1-0', other: 'libsecret' },
} as const;

/**
 * Tells the states of a keychain apart by the words of its error. What is not recognised counts as
 * `keychain-unavailable`, with the words in `details.said`; they never hold a secret.
 */
export function toKeychainError(error: unknown, { platform, osRelease }: KeychainSurroundings): DeskError {
  const said = (error instanceof Error ? error.message : String(error)).slice(0, 300).trim();
  const rule = rulesOf(platform).find(({ says }) => says.test(said));
  const code = rule?.code ?? 'keychain-unavailable';
  const missing = rule?.missing;
  const name = missing === undefined ? null : packagesOf[missing][isDebian(osRelease) ? 'debian' : 'other'];
  const details: ErrorDetails = { said, ...(name === null ? {} : { package: name }) };
  return new DeskError(code, keychainMessage(code, platform, name), details, { cause: error });
}

/** The sentence for a state of the keychain; `packageName` when something is to be installed. */
export function keychainMessage(
  code: KeychainCode,
  platform: NodeJS.Platform,
  packageName: string | null = null,
): string {
  const keychain = nameOfKeychain(platform);
  switch (code) {
    case 'keychain-unavailable':
      return packageName === null
        ? `${keychain} can't be used just now. Try again, or keep the secret only until you quit Order Desk.`
        : `This computer has no keychain service that Order Desk can use. Install the package ${packageName} and sign in to the computer again, or keep the secret only until you quit Order Desk.`;
    case 'keychain-locked':
      return `${keychain} is locked. Choose “Unlock” and enter its password.`;
    case 'keychain-cancelled':
      return `${keychain} was not opened, because the question for its password was closed. Choose “Unlock” to be asked again.`;
    case 'keychain-denied':
      return platform === 'darwin'
        ? `${keychain} does not let Order Desk read the secret. Choose “Unlock” and then “Always Allow”; if nothing is asked, lock and unlock the keychain in Keychain Access.`
        : `${keychain} does not let Order Desk in. Allow it there, then choose “Unlock”.`;
    case 'keychain-full':
      return platform === 'win32'
        ? `${keychain} is full, so the secret was not saved. Remove entries that you no longer need there, or keep the secret only until you quit Order Desk.`
        : `There is no room left to save the secret in ${keychain}. Free some, or keep the secret only until you quit Order Desk.`;
    case 'keychain-secret-too-long':
      return `The secret is longer than ${keychain} keeps. Check that only the API secret was entered, or keep it only until you quit Order Desk.`;
    case 'keychain-mismatch':
      return `${keychain} gave back something else than what was saved, so the secret is not kept there. Try again, or keep it only until you quit Order Desk.`;
  }
}

function rulesOf(platform: NodeJS.Platform): readonly Rule[] {
  if (platform === 'darwin') return macRules;
  if (platform === 'win32') return windowsRules;
  return linuxRules;
}

function nameOfKeychain(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'The keychain of macOS';
  if (platform === 'win32') return 'The Windows Credential Manager';
  return 'The keyring';
}

function isDebian(osRelease: string): boolean {
  return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(osRelease);
}
