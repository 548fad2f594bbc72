import { describe, expect, it } from 'vitest';
import { toKeychainError } from '../../../electron/credentials/keychain-errors.ts';
import { namesLockedEntry } from '../../../electron/credentials/secret-service.ts';

const debian = 'PRETTY_NAME="Ubuntu 24.04"\nID=ubuntu\nID_LIKE=debian\n';
const fedora = 'NAME="Fedora Linux"\nID=fedora\n';

describe('the words of Linux', () => {
  it.each([
    [
      'The name org.freedesktop.secrets was not provided by any .service files',
      'keychain-unavailable',
      'gnome-keyring',
    ],
    [
      'GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name org.freedesktop.secrets was not provided by any .service files',
      'keychain-unavailable',
      'gnome-keyring',
    ],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-unavailable', 'dbus-user-session'],
    ['Could not connect: No such file or directory', 'keychain-unavailable', 'dbus-user-session'],
    [
      'Failed to execute child process “dbus-launch” (No such file or directory)',
      'keychain-unavailable',
      'dbus-user-session',
    ],
    [
      'libsecret-1.so.0: cannot open shared object file: No such file or directory',
      'keychain-unavailable',
      'libsecret-1-0',
    ],
    ['Cannot create an item in a locked collection', 'keychain-locked', undefined],
    ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: The item is locked', 'keychain-locked', undefined],
    [
      'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
      'keychain-cancelled',
      undefined,
    ],
    ['Prompt was dismissed', 'keychain-cancelled', undefined],
    ['GDBus.Error:org.freedesktop.DBus.Error.AccessDenied: Access denied', 'keychain-denied', undefined],
    ['Something nobody has seen', 'keychain-unavailable', undefined],
  ])('%s', (said, code, packageName) => {
    const error = toKeychainError(new Error(said), { platform: 'linux', osRelease: debian });
    expect(error.code).toBe(code);
    expect(error.details).toEqual({ said, ...(packageName === undefined ? {} : { package: packageName }) });
    if (packageName !== undefined) expect(error.message).toContain(packageName);
  });

  it('names the package as the distribution does', () => {
    const said = new Error('libsecret-1.so.0: cannot open shared object file: No such file or directory');
    expect(toKeychainError(said, { platform: 'linux', osRelease: fedora }).details.package).toBe('libsecret');
  });
});

describe('the words of macOS', () => {
  it.each([
    ['User canceled the operation.', 'keychain-cancelled'],
    ['User interaction is not allowed.', 'keychain-locked'],
    ['The user name or passphrase you entered is not correct.', 'keychain-denied'],
    ["A required entitlement isn't present.", 'keychain-denied'],
    ['The disk is full.', 'keychain-full'],
    ['No keychain is available. You may need to restart your computer.', 'keychain-unavailable'],
    ['An unknown error occurred.', 'keychain-unavailable'],
  ])('%s', (said, code) => {
    expect(toKeychainError(new Error(said), { platform: 'darwin', osRelease: '' }).code).toBe(code);
  });
});

describe('the words of Windows', () => {
  it.each([
    ['The stub received bad data.\r\n', 'keychain-secret-too-long'],
    ['Not enough memory resources are available to process this command.\r\n', 'keychain-full'],
    ['Access is denied.\r\n', 'keychain-denied'],
    ['Die Operation wurde abgebrochen.\r\n', 'keychain-unavailable'],
  ])('%s', (said, code) => {
    const error = toKeychainError(new Error(said), { platform: 'win32', osRelease: '' });
    expect(error.code).toBe(code);
    expect(error.details.said).toBe(said.trim());
  });
});

it('takes what is no error too', () => {
  expect(toKeychainError('odd', { platform: 'linux', osRelease: '' })).toMatchObject({
    code: 'keychain-unavailable',
    details: { said: 'odd' },
  });
});

describe('what the Secret Service says of an entry', () => {
  it.each([
    ["([objectpath '/org/freedesktop/secrets/collection/login/1'], @ao [])", false],
    ["(@ao [], [objectpath '/org/freedesktop/secrets/collection/login/1'])", true],
    ['(@ao [], @ao [])', false],
    [
      'method return time=1 sender=:1.0\n   array [\n   ]\n   array [\n      object path "/org/x/2"\n   ]\n',
      true,
    ],
    [
      'method return time=1 sender=:1.0\n   array [\n      object path "/org/x/2"\n   ]\n   array [\n   ]\n',
      false,
    ],
    ['', false],
    ['Error: no such name', false],
  ])('%s', (answer, locked) => {
    expect(namesLockedEntry(answer)).toBe(locked);
  });
});
