import { describe, expect, it } from 'vitest';
import { isAllowedLink, WEEVIO_CLOUD } from '../../../electron/shell/allowed-links.ts';

describe('isAllowedLink', () => {
  it('allows Weevio Cloud', () => {
    expect(isAllowedLink(WEEVIO_CLOUD)).toBe(true);
    expect(isAllowedLink('https://cloud.weevio.co/tenant/settings?tab=api')).toBe(true);
  });

  it('allows a carrier’s page of a parcel, and nothing else of the carrier', () => {
    expect(isAllowedLink('https://www.ups.com/track?tracknum=1Z999AA10123456784')).toBe(true);
    expect(isAllowedLink('https://www.ups.com/')).toBe(false);
    expect(isAllowedLink('https://www.ups.com/track?tracknum=1Z999AA10123456784#x')).toBe(false);
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
