import { describe, expect, it } from 'vitest';
import { isOwnPage } from '../../../electron/ipc/sender.ts';

const own = 'orderdesk://app';

describe('isOwnPage', () => {
  it('takes the top frame of our own origin', () => {
    expect(isOwnPage({ origin: own, parent: null }, own)).toBe(true);
  });

  it.each([
    ['a frame that has gone', null],
    ['a frame inside our page', { origin: own, parent: { origin: own } }],
    ['another origin', { origin: 'https://example.com', parent: null }],
    ['an origin that begins like ours', { origin: 'orderdesk://app.example.com', parent: null }],
    ['a page without an origin', { origin: 'null', parent: null }],
    ['an empty page', { origin: '', parent: null }],
  ])('refuses %s', (_what, frame) => {
    expect(isOwnPage(frame, own)).toBe(false);
  });
});
