import { describe, expect, it } from 'vitest';
import { isAllowedLink, WEEVIO_CLOUD } from '../../../electron/shell/allowed-links.ts';

describe('isAllowedLink', () => {
  it('allows Weevio Cloud', () => {
    expect(isAllowedLink(WEEVIO_CLOUD)).toBe(true);
    expect(isAllowedLink('https://cloud.weevio.co/tenant/settings?tab=api')).toBe(true);
  });

  it.each([
    'http://cloud.weevio.co/',
    'https://cloud.weevio.co.example.com/',
    'https://example.com/?https://cloud.weevio.co/',
    'https://someone:secret@cloud.weevio.co/',
    'https://cloud.weevio.co:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'orderdesk://app/index.html',
    'smb://server/share',
    '',
    'cloud.weevio.co',
  ])('refuses %s', (address) => {
    expect(isAllowedLink(address)).toBe(false);
  });
});
