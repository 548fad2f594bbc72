/**
 * Packages of Debian and Ubuntu that Order Desk needs, by what for. Each entry names the same thing in several releases, the
 * newest name first; one of them has to be installed.
 * @type {Record<'build' | 'window' | 'session', string[][]>}
 */
export const packageNeeds = {
  /** To compile keytar where no ready-made binary can be downloaded. */
  build: [['build-essential'], ['python3'], ['pkgconf', 'pkg-config'], ['libsecret-1-dev']],
  /** To run Electron and the keychain. */
  window: [
    ['libgtk-3-0t64', 'libgtk-3-0'],
    ['libnss3'],
    ['libasound2t64', 'libasound2'],
    ['libgbm1'],
    ['libatspi2.0-0t64', 'libatspi2.0-0'],
    ['libcups2t64', 'libcups2'],
    ['libnotify4'],
    ['libxss1'],
    ['libxtst6'],
    ['libsecret-1-0'],
    ['fonts-liberation', 'fonts-liberation2', 'fonts-dejavu-core', 'fonts-noto-core'],
  ],
  /** To have a desktop where there is none, and for tests. */
  session: [['xvfb'], ['dbus'], ['gnome-keyring'], ['strace'], ['zbar-tools'], ['poppler-utils']],
};

/**
 * The needs of which no alternative is installed.
 * @param {readonly string[][]} needs
 * @param {ReadonlySet<string>} installed
 */
export function missingNeeds(needs, installed) {
  return needs.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * For each need the first name that this release has; where it has none, the last one, so that apt says what is missing.
 * @param {readonly string[][]} needs
 * @param {ReadonlySet<string>} available
 */
export function choosePackages(needs, available) {
  return needs.map((names) => names.find((name) => available.has(name)) ?? names.at(-1) ?? '');
}

/**
 * Whether /etc/os-release tells of Debian, Ubuntu or a distribution made from them.
 * @param {string} osRelease
 */
export function isDebianLike(osRelease) {
  const fields = new Map(
    osRelease.split('\n').flatMap((line) => {
      const match = /^(\w+)=["']?(.*?)["']?\s*$/.exec(line);
      return match ? [[match[1] ?? '', match[2] ?? '']] : [];
    }),
  );
  const names = `${fields.get('ID') ?? ''} ${fields.get('ID_LIKE') ?? ''}`.split(' ');
  return names.includes('debian') || names.includes('ubuntu');
}

/**
 * The packages that `dpkg --get-selections` names as installed.
 * @param {string} selections
 */
export function installedPackages(selections) {
  const entries = selections.matchAll(/^([^\s:]+)(?::\S+)?\s+(?:install|hold)$/gm);
  return new Set(Array.from(entries, ([, name]) => name ?? ''));
}

/**
 * The packages that `apt-cache policy NAME...` has a version of to install.
 * @param {string} policy
 */
export function availablePackages(policy) {
  const entries = policy.matchAll(/^(\S+):\n\s+Installed: .*\n\s+Candidate: (.*)$/gm);
  return new Set(
    Array.from(entries).flatMap(([, name, candidate]) => (candidate === '(none)' ? [] : [name ?? ''])),
  );
}
