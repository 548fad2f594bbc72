import { describe, expect, it } from 'vitest';
import {
  availablePackages,
  choosePackages,
  installedPackages,
  isDebianLike,
  missingNeeds,
  packageNeeds,
} from '../../../scripts/setup/package-needs.mjs';

describe('whether packages are ours to install', () => {
  it.each([
    ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n', true],
    ['Ubuntu', 'ID=ubuntu\nID_LIKE=debian\n', true],
    ['Linux Mint', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
    ['a distribution in single quotes', "ID='pop'\nID_LIKE='ubuntu debian'\n", true],
    ['Fedora', 'NAME="Fedora Linux"\nID=fedora\n', false],
    ['one that only mentions Debian', 'ID=arch\nHOME_URL="https://debian.example/"\n', false],
    ['an empty file', '', false],
  ])('%s', (_name, osRelease, expected) => {
    expect(isDebianLike(osRelease)).toBe(expected);
  });
});

describe('what is missing', () => {
  const selections = [
    'libgtk-3-0:amd64\t\t\t\tinstall',
    'libasound2t64:amd64\t\t\t\tinstall',
    'xvfb\t\t\t\t\t\tdeinstall',
    'dbus\t\t\t\t\t\thold',
  ].join('\n');

  it('reads what dpkg has installed, with or without an architecture', () => {
    expect(installedPackages(selections)).toEqual(new Set(['libgtk-3-0', 'libasound2t64', 'dbus']));
  });

  it('takes either name of a renamed package for it', () => {
    const needs = [['libgtk-3-0t64', 'libgtk-3-0'], ['libasound2t64', 'libasound2'], ['xvfb']];
    expect(missingNeeds(needs, installedPackages(selections))).toEqual([['xvfb']]);
  });

  it('misses everything on a bare system', () => {
    expect(missingNeeds(packageNeeds.session, new Set())).toEqual(packageNeeds.session);
  });
});

describe('which name to install', () => {
  const policy = [
    'libgtk-3-0t64:',
    '  Installed: (none)',
    '  Candidate: 3.24.41-4ubuntu1',
    '  Version table:',
    'libgtk-3-0:',
    '  Installed: (none)',
    '  Candidate: (none)',
    '  Version table:',
    'xvfb:',
    '  Installed: (none)',
    '  Candidate: 2:21.1.12-1',
    '',
  ].join('\n');

  it('is the one that this release has', () => {
    expect(availablePackages(policy)).toEqual(new Set(['libgtk-3-0t64', 'xvfb']));
    expect(choosePackages([['libgtk-3-0t64', 'libgtk-3-0'], ['xvfb']], availablePackages(policy))).toEqual([
      'libgtk-3-0t64',
      'xvfb',
    ]);
  });

  it('is the older one on an older release', () => {
    expect(choosePackages([['libgtk-3-0t64', 'libgtk-3-0']], new Set(['libgtk-3-0']))).toEqual([
      'libgtk-3-0',
    ]);
  });

  it('is still a name where the release has none, so that apt says so', () => {
    expect(choosePackages([['libgtk-3-0t64', 'libgtk-3-0']], new Set())).toEqual(['libgtk-3-0']);
  });
});
