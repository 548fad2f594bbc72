import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../electron/clock.ts';
import { createLog, type Log } from '../../../electron/log.ts';
import type { MachineIdentity } from '../../../electron/machine/machine-identity.ts';
import { createNetwork, type Network } from '../../../electron/network/network.ts';
import { createOrderDesk, type FolderDesk, type OrderDesk } from '../../../electron/order-desk.ts';
import {
  createPracticeServer,
  type PracticeServer,
  type PracticeServerOptions,
} from '../../../electron/practice-server/practice-server.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';
import {
  draftLineIdSchema,
  type OrderNumber,
  orderNumberSchema,
  type SubmissionId,
} from '../../../shared/ids.ts';
import type { JournalEntry, Submission, SubmissionState } from '../../../shared/outbox/submission.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { type FakeKeychain, fakeKeychain, hastyClock } from './fakes.ts';

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Setting {
  readonly folder: string;
  readonly practice: PracticeServer;
  readonly keychain: FakeKeychain;
  readonly network: Network;
  readonly logLines: LogLine[];
  readonly log: Log;
  /** Opens the folder; closed when the test has finished unless it was before. */
  open(changes?: Changes): Promise<FolderDesk>;
  /** Opens another folder, such as a copy. */
  openFolder(folder: string, changes?: Changes): Promise<FolderDesk>;
}

interface Changes {
  readonly clock?: Clock;
  readonly network?: Network;
  readonly machine?: MachineIdentity;
}

/** A data folder, a practice server with little data, a network and a keychain of the test's own. */
export async function makeSetting(options: PracticeServerOptions = {}): Promise<Setting> {
  const folder = mkdtempSync(join(tmpdir(), 'order-desk-'));
  const practice = await createPracticeServer({
    seed: 7,
    today: '2026-06-15',
    size: { orders: 30, customers: 8, parts: 20 },
    ...options,
  });
  const network = createNetwork({ resolveProxy: async () => 'DIRECT', systemCertificates: () => [] });
  const keychain = fakeKeychain();
  const logLines: LogLine[] = [];
  const log = createLog((level, message, details) => logLines.push({ level, message, details }));
  const open: FolderDesk[] = [];
  onTestFinished(async () => {
    await practice.stop();
    await Promise.all(open.map((desk) => desk.close()));
    await network.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    practice,
    keychain,
    network,
    logLines,
    log,
    open: (changes) => openFolder(folder, changes),
    openFolder,
  };

  async function openFolder(dataDir: string, changes: Changes = {}): Promise<FolderDesk> {
    const desk = await createOrderDesk({
      dataDir,
      keychain,
      network: changes.network ?? network,
      clock: changes.clock ?? hastyClock,
      log,
      machine: changes.machine ?? { read: async () => 'this machine' },
      practice: {
        start: async () => ({ baseUrl: practice.baseUrl, ...practice.credentials }),
        stop: async () => undefined,
      },
    });
    open.push(desk);
    return desk;
  }
}

/** The first part of the practice server's stock, so that lines are accepted. */
export function somePart(practice: PracticeServer): string {
  for (const { lines } of practice.orders()) {
    for (const { PART_CODE: part } of lines) if (part !== undefined && part !== '') return part;
  }
  throw new Error('The sample data has no line with a part.');
}

export function someCustomer(practice: PracticeServer): string {
  const code = practice.orders().find(({ fields }) => fields.CUSTOMER_CODE)?.fields.CUSTOMER_CODE;
  if (code === undefined) throw new Error('The sample data has no order with a customer.');
  return code;
}

/** A draft that PIMS accepts, with so many lines of quantities 1, 2, 3 … */
export async function fillDraft(
  desk: OrderDesk,
  practice: PracticeServer,
  { lines = 3, header = {} }: { lines?: number; header?: PimsFields } = {},
): Promise<Draft> {
  const { id } = await desk.drafts.create();
  const part = somePart(practice);
  const fields = { CUSTOMER_CODE: someCustomer(practice), ...header };
  const lineIds = Array.from({ length: lines }, (_, index) => draftLineIdSchema.parse(`line-${index + 1}`));
  await desk.drafts.edit({
    id,
    edits: [
      ...Object.entries(fields).map(([field, value]) => ({ kind: 'set-header' as const, field, value })),
      ...lineIds.map((lineId, index) => ({
        kind: 'insert-line' as const,
        lineId,
        after: lineIds[index - 1] ?? null,
        fields: { PART_CODE: part, QUANTITY: String(index + 1) },
      })),
    ],
  });
  return desk.drafts.open({ id });
}

/** An order that others made, with lines of these quantities. */
export function orderOfOthers(
  practice: PracticeServer,
  quantities: readonly string[] = [],
  fields: PimsFields = {},
): OrderNumber {
  const part = somePart(practice);
  const lines = quantities.map((quantity) => ({ PART_CODE: part, QUANTITY: quantity }));
  const order = practice.addOrder({ CUSTOMER_CODE: someCustomer(practice), ...fields }, lines);
  return orderNumberSchema.parse(order.fields.ORDER_NUMBER);
}

/** What a draft for an order that PIMS has is to bring. */
interface Addition {
  /** The quantities of new lines. */
  readonly adds?: readonly string[];
  /** By line number: what is typed over what the order shows. */
  readonly changes?: Readonly<Record<string, PimsFields>>;
}

/** A draft for an order that PIMS has, made by somebody who has the order on screen as it is now. */
export async function fillAddition(
  desk: OrderDesk,
  practice: PracticeServer,
  orderNumber: OrderNumber,
  { adds = [], changes = {} }: Addition,
): Promise<Draft> {
  const { lines } = await desk.orders.single({ orderNumber });
  const shown = new Map(lines.map(({ fields }) => [fields.LINE_NUMBER, fields]));
  const { id } = await desk.drafts.create({ target: { orderNumber, header: {} } });
  const part = somePart(practice);
  const lineIds = adds.map((_, index) => draftLineIdSchema.parse(`line-${index + 1}`));
  await desk.drafts.edit({
    id,
    edits: [
      ...Object.entries(changes).flatMap(([lineNumber, fields]) =>
        Object.entries(fields).map(([field, value]) => ({
          kind: 'change-line' as const,
          lineNumber,
          base: shown.get(lineNumber) ?? {},
          field,
          value,
        })),
      ),
      ...lineIds.map((lineId, index) => ({
        kind: 'insert-line' as const,
        lineId,
        after: lineIds[index - 1] ?? null,
        fields: { PART_CODE: part, QUANTITY: adds[index] ?? '' },
      })),
    ],
  });
  return desk.drafts.open({ id });
}

export async function submitAddition(
  desk: OrderDesk,
  practice: PracticeServer,
  orderNumber: OrderNumber,
  addition: Addition,
): Promise<Submission> {
  const { id } = await fillAddition(desk, practice, orderNumber, addition);
  return desk.drafts.submit({ id });
}

/** What is submitted while sending is paused waits, so that others can be at work meanwhile. */
export async function pauseSending(desk: OrderDesk, paused: boolean): Promise<void> {
  for (const { id } of await desk.connections.list()) {
    await desk.outbox.pauseConnection({ connectionId: id, paused });
  }
}

export async function submitNew(
  desk: OrderDesk,
  practice: PracticeServer,
  options: Parameters<typeof fillDraft>[2] = {},
): Promise<Submission> {
  const { id } = await fillDraft(desk, practice, options);
  return desk.drafts.submit({ id });
}

export async function findSubmission(desk: OrderDesk, id: SubmissionId): Promise<Submission> {
  const submission = (await desk.outbox.list()).find((one) => one.id === id);
  if (submission === undefined) throw new Error(`There is no submission ${id}.`);
  return submission;
}

/** Waits until the submission is in one of the states. */
export async function untilState(
  desk: OrderDesk,
  id: SubmissionId,
  ...states: SubmissionState[]
): Promise<Submission> {
  return until(`submission ${id} is ${states.join(' or ')}`, async () => {
    const submission = await findSubmission(desk, id);
    return states.includes(submission.state) ? submission : undefined;
  });
}

/** Polls until the answer is something, for 10 s at most. */
export async function until<T>(what: string, look: () => T | Promise<T>): Promise<NonNullable<T>> {
  const start = performance.now();
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() - start > 10_000) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What PIMS has under a reference: the quantities of each such order's lines. */
export function arrived(
  practice: PracticeServer,
  reference: string,
): { number: string; quantities: string[] }[] {
  return practice
    .orders()
    .filter(({ fields }) => fields.REFERENCE_NUMBER === reference)
    .map(({ fields, lines }) => ({
      number: fields.ORDER_NUMBER ?? '',
      quantities: lines.map((line) => line.QUANTITY ?? ''),
    }));
}

/** The values of one field in the lines of an order, as PIMS has them. */
export function fieldOfLines(practice: PracticeServer, order: OrderNumber, field = 'QUANTITY'): string[] {
  return (practice.order(order)?.lines ?? []).map((line) => line[field] ?? '');
}

/** What the journal of a submission tells, by kind. */
export async function journalKinds(desk: OrderDesk, id: SubmissionId): Promise<JournalEntry['kind'][]> {
  return (await desk.outbox.journal({ id })).map(({ kind }) => kind);
}

/** What was sent to change lines, without the keys. */
export function updatesSent(practice: PracticeServer): unknown[] {
  return practice
    .requests()
    .filter(({ endpoint, method }) => endpoint === 'orders/line_item' && method === 'POST')
    .map(({ body }) => body);
}
