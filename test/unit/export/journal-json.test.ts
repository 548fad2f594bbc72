import { describe, expect, it } from 'vitest';
import { type JournalMaterial, journalFileName, journalJson } from '../../../electron/export/journal-json.ts';
import { aSubmission } from '../shared/a-submission.ts';

const at = '2026-06-15T09:00:00.000Z';
const submission = aSubmission({
  connectionName: 'Main house',
  state: 'needs-attention',
  orderNumber: '54321',
  stepsDone: 2,
  stepsTotal: 3,
  problem: { code: 'rejected', message: 'PIMS refused to add the line.', details: {} },
  queuedAt: at,
});

const line = { PART_CODE: 'APL-1002', QUANTITY: '3' };
const material: JournalMaterial = {
  submission,
  connection: { name: 'Main house', kind: 'live', host: 'pims.example', teamId: 'team-7' },
  steps: [
    {
      ordinal: 0,
      kind: 'create-order',
      state: 'done',
      request: { CUSTOMER_CODE: 'M-1000', REFERENCE_NUMBER: 'R-1' },
      base: null,
      answer: { kind: 'create-order', orderNumber: '54321' },
      orderNumber: '54321',
      lineNumber: null,
      lockCode: null,
      intendedAt: at,
      endedAt: at,
    },
    {
      ordinal: 1,
      kind: 'add-line',
      state: 'done',
      request: line,
      base: null,
      answer: { kind: 'add-line', line: { ...line, LINE_NUMBER: '1', LINE_REF_LOCK_CODE: 'ABC123XYZ' } },
      orderNumber: '54321',
      lineNumber: '1',
      lockCode: 'ABC123XYZ',
      intendedAt: at,
      endedAt: at,
    },
  ],
  entries: [
    { at, kind: 'queued', step: null, note: '' },
    { at, kind: 'intended', step: { ordinal: 0, kind: 'create-order', label: 'order R-1' }, note: '' },
    {
      at,
      kind: 'done',
      step: { ordinal: 0, kind: 'create-order', label: 'order R-1' },
      note: 'PIMS created order 54321.',
    },
    {
      at,
      kind: 'intended',
      step: { ordinal: 1, kind: 'add-line', label: 'line 1 (APL-1002 × 3)' },
      note: '',
    },
    {
      at: '2026-06-15T09:01:00.000Z',
      kind: 'intended',
      step: { ordinal: 1, kind: 'add-line', label: 'line 1 (APL-1002 × 3)' },
      note: '',
    },
  ],
  evidence: null,
};
const exporting = { version: '1.2.3', exportedAt: at, secrets: [], lockCodes: [] };

describe('the journal as a file', () => {
  it('says what it is, where it went, and every attempt with its time, request, answer and words', () => {
    const file: unknown = JSON.parse(journalJson(material, exporting));
    expect(file).toMatchObject({
      about: { program: 'Order Desk 1.2.3', exportedAt: at },
      connection: { name: 'Main house', kind: 'live', host: 'pims.example', teamId: 'team-7' },
      submission: {
        reference: 'R-1',
        orderNumber: '54321',
        state: 'needs-attention',
        stateInWords: 'Needs attention',
        problem: { message: 'PIMS refused to add the line.' },
        queuedAt: at,
      },
      steps: [
        { step: 0, what: 'order R-1', sent: { REFERENCE_NUMBER: 'R-1' }, answer: { orderNumber: '54321' } },
        {
          step: 1,
          what: 'line 1 (APL-1002 × 3)',
          stateInWords: 'In PIMS',
          sentAt: [at, '2026-06-15T09:01:00.000Z'],
          sent: line,
          answer: { line: { LINE_NUMBER: '1', LINE_REF_LOCK_CODE: '[hidden]' } },
        },
      ],
      journal: [
        { at, kind: 'queued', step: null, words: 'Queued to be sent.' },
        { kind: 'intended', step: 0, words: 'Sending order R-1.' },
        { kind: 'done', words: 'Order R-1 is in PIMS. PIMS created order 54321.' },
        { step: 1 },
        { step: 1 },
      ],
    });
  });

  it('has no secret in it, wherever and in whichever form one was planted', () => {
    const secret = 'pä"ss/word+1';
    const pair = `api-id:${secret}`;
    const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)].flatMap(
      (form) => [form, `before ${form} after`],
    );
    forms.push(Buffer.from(secret).toString('base64'), `Basic ${Buffer.from(pair).toString('base64')}`);
    for (const planted of forms) {
      const text = journalJson(withEverywhere(planted), { ...exporting, secrets: [secret, pair] });
      expect(() => JSON.parse(text)).not.toThrow();
      for (const form of [
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        JSON.stringify(JSON.stringify(secret)).slice(3, -3),
        Buffer.from(secret).toString('base64'),
        Buffer.from(pair).toString('base64'),
      ]) {
        expect(text).not.toContain(form);
      }
      expect(text.split('[hidden]').length).toBeGreaterThan(18);
    }
  });

  it('has no lock code in it: not in its own fields, nor where PIMS repeats it', () => {
    const code = 'ZZ9PLURAL';
    const told = {
      ...withEverywhere(`The lock code ${code} is outdated.`),
      evidence: {
        kind: 'conflict' as const,
        step: { ordinal: -1, kind: 'update-line' as const },
        sent: {},
        base: { LINE_REF_LOCK_CODE: 'SHORT' },
        candidates: [{ id: '1', fields: { line_ref_lock_code: 'OTHER1234' }, differences: [] }],
        lookedAt: at,
      },
    };
    const text = journalJson(told, { ...exporting, lockCodes: [code] });
    for (const hidden of [code, 'ABC123XYZ', 'SHORT', 'OTHER1234']) expect(text).not.toContain(hidden);
    expect(text).toContain('The lock code [hidden] is outdated.');
    // A code that nobody named apart from its step is found in the answer.
    expect(journalJson(material, exporting)).not.toContain('ABC123XYZ');
  });

  it('keeps everything else as it was sent', () => {
    expect(
      journalJson(material, { ...exporting, secrets: ['not there'], lockCodes: ['54321', '1'] }),
    ).toContain('"orderNumber": "54321"');
  });

  it.each([
    ['R-1', '54321', 'journal-54321-R-1.json'],
    ['../../etc/passwd', null, 'journal-etc-passwd.json'],
    ['Müller & Söhne', null, 'journal-Müller-Söhne.json'],
    ['', null, 'journal.json'],
  ])('offers a name that is no path: %j', (reference, orderNumber, name) => {
    expect(journalFileName(aSubmission({ reference, orderNumber }))).toBe(name);
  });
});

/** The material with the text in every place that has room for one. */
function withEverywhere(text: string): JournalMaterial {
  const fields = { ...line, [text]: text };
  const [order, added] = material.steps;
  if (order === undefined || added === undefined) throw new Error('There are two steps.');
  const about = { ordinal: 1, kind: 'add-line' as const, label: text };
  return {
    submission: {
      ...submission,
      reference: text,
      customerCode: text,
      problem: { code: 'rejected', message: text, details: { serverMessage: text, [text]: text } },
    },
    connection: { name: text, kind: text, host: text, teamId: text },
    steps: [
      { ...order, request: { REFERENCE_NUMBER: text } },
      { ...added, request: fields, answer: { line: fields } },
    ],
    entries: [
      { at, kind: 'done', step: about, note: text },
      { at, kind: 'undecided', step: null, note: text },
    ],
    evidence: {
      kind: 'unsure',
      step: { ordinal: 1, kind: 'add-line' },
      sent: fields,
      base: fields,
      candidates: [{ id: text, fields, differences: [{ field: text, sent: text, has: text }] }],
      lookedAt: at,
    },
  };
}
