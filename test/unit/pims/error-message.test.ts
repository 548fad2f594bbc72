import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readErrorMessage } from '../../../electron/pims/error-message.ts';

const json = 'application/json';
const html = 'text/html; charset=utf-8';

function read(contentType: string | null, body: unknown, secrets: readonly string[] = []): string {
  return readErrorMessage(contentType, typeof body === 'string' ? body : JSON.stringify(body), secrets);
}

describe('a message in JSON', () => {
  it.each([
    [{ status: 'error', message: "Missing 'teamID' parameter!" }, "Missing 'teamID' parameter!"],
    [{ status: 'error', data: 'Unknown part.' }, 'Unknown part.'],
    [{ error: 'Unknown part.' }, 'Unknown part.'],
    [{ error: { code: 7, message: 'Unknown part.' } }, 'Unknown part.'],
    [{ errors: ['One.', 'Two.'] }, 'One. Two.'],
    [
      { errors: [{ field: 'QUANTITY', message: 'Not a number.' }, { message: 'Not a number.' }] },
      'Not a number.',
    ],
    [{ errors: { QUANTITY: ['Not a number.', 'Too long.'] } }, 'QUANTITY: Not a number. Too long.'],
    [{ type: 'about:blank', title: 'Bad Request', detail: 'Wrong lock code.' }, 'Wrong lock code.'],
    [{ title: 'Bad Request' }, 'Bad Request'],
    [{ error: 'invalid_request', error_description: 'The key expired.' }, 'The key expired.'],
    [{ Message: 'The request is invalid.' }, 'The request is invalid.'],
    [{ ErrorMessage: 'No.' }, 'No.'],
    [{ response: { fault: { faultstring: 'Deep.' } } }, 'response: Deep.'],
    [['One.', 'Two.'], 'One. Two.'],
    ['"Only a string."', 'Only a string.'],
    [{ message: '', error: 'The second.' }, 'The second.'],
    [{ message: '<html><body><h1>Inner page</h1></body></html>' }, 'Inner page.'],
    [{ message: null, status: 'error' }, ''],
    [{}, ''],
    ['null', ''],
  ])('%j', (body, message) => {
    expect(read(json, body)).toBe(message);
  });

  it('is found whatever the content type says', () => {
    expect(read('text/html', '{"message":"No."}')).toBe('No.');
    expect(read(null, '{"message":"No."}')).toBe('No.');
  });
});

describe('a message in HTML', () => {
  it.each([
    [
      '<!doctype html><html><head><title>Bad Request</title><style>p{color:red}</style></head><body><h1>Bad Request</h1><p>Part &#39;X&#x27; &amp; &lt;Y&gt;&nbsp;is unknown</p><script>alert("no")</script></body></html>',
      "Bad Request. Part 'X' & <Y> is unknown.",
    ],
    [
      '<html><head><title>HTTP Status 400 – Bad Request</title></head><body><h1>HTTP Status 400 – Bad Request</h1><hr class="line" /><p><b>Type</b> Status Report</p><p><b>Message</b> Invalid lock code</p></body></html>',
      'HTTP Status 400 – Bad Request. Type Status Report. Message Invalid lock code.',
    ],
    ['<html><body><div>Only a <b>div</b></div></body></html>', 'Only a div'],
    ['<html><body><p>Cut off in the mid', 'Cut off in the mid.'],
    ['<html><body></body></html>', ''],
    ['<HTML><HEAD><TITLE>Error</TITLE></HEAD></HTML>', 'Error.'],
    ['﻿  <!-- made by x --> <!DOCTYPE html><title>T</title>', 'T.'],
  ])('%s', (body, message) => {
    expect(read(html, body)).toBe(message);
  });
});

describe('a message in plain text', () => {
  it.each([
    ['Unknown order 99', 'Unknown order 99'],
    ['  several\r\n\tlines ', 'several lines'],
    ['a < b and c > d', 'a < b and c > d'],
    ['{"message": cut off', '{"message": cut off'],
    ['', ''],
  ])('%s', (body, message) => {
    expect(read('text/plain', body)).toBe(message);
  });

  it('has no control or direction characters and a bounded length', () => {
    expect(read('text/plain', 'a\u0000b\u001b[31mc\u202ed')).toBe('a b [31mc d');
    const long = read('text/plain', 'word '.repeat(5_000));
    expect(long).toHaveLength(500);
    expect(long.endsWith('…')).toBe(true);
  });
});

describe('secrets', () => {
  const secret = 'p&ss "wörd" <x>';
  it.each([
    [json, JSON.stringify({ message: `bad key ${secret}` })],
    ['text/plain', `bad key ${secret}`],
    ['text/plain', `bad url ?apiSecret=${encodeURIComponent(secret)}`],
    [html, '<html><p>bad key p&amp;ss &quot;wörd&quot; &lt;x&gt;</p></html>'],
    ['text/plain', `${'x '.repeat(247)}${secret}`],
  ])('are taken out of %s %s', (contentType, body) => {
    const message = readErrorMessage(contentType, body, [secret]);
    expect(message).toContain('•••');
    expect(message).not.toContain('p&ss');
    expect(message).not.toContain('p%26ss');
  });
});

it('does not lose itself in a page that is made to be hard to read', () => {
  for (const piece of [' ', '<p', '<title', '<!--', '<!-- -->', '<script>', '&#', '<', '{"message":']) {
    expect(read(html, `<!doctype html>${piece.repeat(30_000)}`).length).toBeLessThanOrEqual(500);
    expect(read(html, piece.repeat(30_000)).length).toBeLessThanOrEqual(500);
  }
});

it('never throws and always gives one bounded line', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(json, html, 'text/plain', null),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.json().map((text) => text.slice(0, -1)),
        htmlish(),
      ),
      (contentType, body) => {
        const message = readErrorMessage(contentType, body, ['secret']);
        expect(message.length).toBeLessThanOrEqual(500);
        expect(message).not.toMatch(/\p{Cc}/u);
        expect(message).toBe(message.trim());
      },
    ),
    { numRuns: 100 },
  );
});

function htmlish(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '<html>',
    '<title>',
    '</title>',
    '<p',
    '>',
    '<!--',
    '-->',
    '<script>',
    '&#',
    '1;',
    '&amp;',
    'x',
  );
  return fc.array(piece, { maxLength: 30 }).map((pieces) => `<!doctype html>${pieces.join('')}`);
}
