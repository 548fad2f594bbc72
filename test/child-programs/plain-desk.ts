import { systemClock } from '../../electron/clock.ts';
import { createLog } from '../../electron/log.ts';
import { createNetwork, type Network } from '../../electron/network/network.ts';
import { createOrderDesk, type OrderDesk } from '../../electron/order-desk.ts';
import { type Connection, type ConnectionInput, usualSending } from '../../shared/connections/connection.ts';
import { type DraftId, draftLineIdSchema } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { fakeKeychain } from '../integration/order-desk/fakes.ts';

/** Where a PIMS is, and how to get in. */
export interface Tenant {
  readonly baseUrl: string;
  readonly teamId: string;
  readonly apiId: string;
  readonly apiSecret: string;
}

/** A desk below the windows, in plain Node, with the system's clock. */
export interface PlainDesk {
  readonly desk: OrderDesk;
  close(): Promise<void>;
}

/** Opens a folder. `around` may watch or hold back what is sent. */
export async function openPlainDesk(
  folder: string,
  around: (network: Network) => Network = (network) => network,
): Promise<PlainDesk> {
  const network = createNetwork({ resolveProxy: async () => 'DIRECT', systemCertificates: () => [] });
  const desk = await createOrderDesk({
    dataDir: folder,
    machine: { read: async () => 'this machine' },
    keychain: fakeKeychain(),
    network: around(network),
    clock: systemClock,
    log: createLog(() => undefined),
    practice: { start: () => Promise.reject(new Error('Not needed here')), stop: async () => undefined },
  });
  return {
    desk,
    async close() {
      await desk.close();
      await network.close();
    },
  };
}

/** Saves a connection to a tenant and chooses it; `change` is what a person would set differently. */
export async function chooseTenant(
  desk: OrderDesk,
  { apiSecret: secret, ...tenant }: Tenant,
  change: Partial<ConnectionInput> = {},
): Promise<Connection> {
  const connection = { name: 'Bench', kind: 'test' as const, ...tenant, ...usualSending, secret, ...change };
  const { id } = await desk.connections.save({ connection, keepSecretIn: 'keychain' });
  return desk.connections.choose({ id });
}

/** A draft of these lines, in this order. */
export async function fillDraft(
  desk: OrderDesk,
  header: PimsFields,
  lines: readonly PimsFields[],
): Promise<DraftId> {
  const { id } = await desk.drafts.create({});
  const lineIds = lines.map((_, index) => draftLineIdSchema.parse(`line-${index}`));
  await desk.drafts.edit({
    id,
    edits: [
      ...Object.entries(header).map(([field, value]) => ({ kind: 'set-header' as const, field, value })),
      ...lines.map((fields, index) => ({
        kind: 'insert-line' as const,
        lineId: draftLineIdSchema.parse(`line-${index}`),
        after: lineIds[index - 1] ?? null,
        fields,
      })),
    ],
  });
  return id;
}

/** Lines as somebody would scan them: no two alike. */
export function numberedLines(count: number): PimsFields[] {
  return Array.from({ length: count }, (_, index) => ({
    DESCRIPTION: `Screen protector ${index + 1}`,
    QUANTITY: String((index % 9) + 1),
    UNIT_PRICE: '4.95',
  }));
}

/** Submits a draft and waits until all of it is in PIMS. */
export async function sendWhole(desk: OrderDesk, id: DraftId): Promise<void> {
  const submission = await desk.drafts.submit({ id });
  await new Promise<void>((resolve, reject) => {
    const look = async () => {
      const one = (await desk.outbox.list()).find((other) => other.id === submission.id);
      if (one?.state !== 'sent' && one?.state !== 'needs-attention') return;
      stopListening();
      clearInterval(timer);
      if (one.state === 'sent') resolve();
      else reject(new Error(one.problem?.message ?? 'The order needs attention.'));
    };
    const lookNow = () => void look().catch(reject);
    // A draft changes when all of it is in PIMS. That it needs attention may take a second to be seen.
    const stopListening = desk.on('drafts.changed', lookNow);
    const timer = setInterval(lookNow, 1_000);
  });
}
