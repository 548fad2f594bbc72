import { expect, it } from 'vitest';
import { originOf } from '../../../electron/shell/origin.ts';

it.each([
  ['orderdesk://app/index.html#/orders', 'orderdesk://app'],
  ['https://example.com:8443/a?b#c', 'https://example.com:8443'],
  ['https://example.com#c', 'https://example.com'],
  ['data:text/html,hello', ''],
  ['', ''],
])('reads the origin of %s', (address, origin) => {
  expect(originOf(address)).toBe(origin);
});
