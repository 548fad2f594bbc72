import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAppFile } from '../../../electron/shell/app-files.ts';

const root = join('/', 'opt', 'order-desk', 'renderer');

describe('findAppFile', () => {
  it('finds files of the page, whatever follows their name', () => {
    expect(findAppFile(root, 'orderdesk://app/index.html?x=1#/orders')).toEqual({
      path: join(root, 'index.html'),
      contentType: 'text/html; charset=utf-8',
    });
    expect(findAppFile(root, 'orderdesk://app/assets/index-a1.js')?.contentType).toMatch('text/javascript');
    expect(findAppFile(root, 'orderdesk://app/assets/a%20b.css')?.path).toBe(join(root, 'assets', 'a b.css'));
  });

  it.each([
    'orderdesk://other/index.html',
    'orderdesk://app:80/index.html',
    'https://app/index.html',
    'orderdesk://app/',
    'orderdesk://app/assets',
    'orderdesk://app/secret.db',
    'orderdesk://app/..%2f..%2fpackage.json',
    'orderdesk://app/assets/..%2f..%2f..%2fdesk.json',
    'orderdesk://app/..%5c..%5cpackage.json',
    'orderdesk://app/c:%5cwindows%5cwin.json',
    'orderdesk://app/index.html%00.js',
    'orderdesk://app/index.js::$DATA.js',
    'orderdesk://app/%E0%A4%A.js',
    'not an address',
  ])('answers nothing outside of the folder or of an unknown kind: %s', (address) => {
    expect(findAppFile(root, address)).toBeUndefined();
  });

  it('stays in the folder when an address climbs above its own top', () => {
    expect(findAppFile(root, 'orderdesk://app/%2e%2e/../assets/../x.json')?.path).toBe(join(root, 'x.json'));
  });

  it('does not take a folder that begins with the same name for its own', () => {
    expect(findAppFile(root, 'orderdesk://app/..%2frenderer-2%2fa.js')).toBeUndefined();
  });
});
