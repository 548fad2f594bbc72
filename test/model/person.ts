import type { OrderDesk } from '../../electron/order-desk.ts';
import { type DraftId, draftLineIdSchema } from '../../shared/ids.ts';
import type { Evidence } from '../../shared/outbox/evidence.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { Machine } from './machine.ts';
import { type ModelPims, parts } from './model-pims.ts';
import type { World } from './world.ts';

/** A draft as the person means it. */
export interface MeantOrder {
  readonly id: DraftId;
  readonly header: PimsFields;
  /** `PART × QUANTITY`, in order. */
  readonly lines: readonly string[];
}

const MOST_ORDERS = 4;

/** Somebody at the desk, who knows the truth when asked to decide. */
export class Person {
  readonly meant: MeantOrder[] = [];
  readonly #world: World;
  readonly #pims: ModelPims;
  readonly #machine: Machine;
  /** All orders bear one reference and are alike. */
  readonly #likesTwins: boolean;

  constructor(world: World, pims: ModelPims, machine: Machine, likesTwins: boolean) {
    this.#likesTwins = likesTwins;
    this.#world = world;
    this.#pims = pims;
    this.#machine = machine;
  }

  /** Does something, as people do. What Order Desk refuses, or dies of, is no matter. */
  async act(): Promise<void> {
    const { dice } = this.#world;
    const desk = await this.#machine.running();
    const submissions = await desk.outbox.list().catch(() => []);
    const open = submissions.filter(({ state }) => state !== 'sent' && state !== 'withdrawn');
    const some = open.length === 0 ? undefined : dice.pick(open);
    const choice = dice.int(0, 9);
    if (choice <= 4 && this.meant.length < MOST_ORDERS) return this.#order(desk);
    if (choice === 5 && some !== undefined) return attempt(() => desk.outbox.withdraw({ id: some.id }));
    if (choice === 6) return attempt(() => desk.outbox.wake());
    if (choice <= 8) return this.resubmit(desk);
    if (some !== undefined && some.state === 'needs-attention') return this.decide(desk, some);
  }

  /** Fills a draft and submits it, at times with a key held down. */
  async #order(desk: OrderDesk): Promise<void> {
    const { dice } = this.#world;
    const before = this.meant.length === 0 ? undefined : dice.pick(this.meant);
    const isTwin = before?.header.REFERENCE_NUMBER !== undefined && (this.#likesTwins || dice.chance(0.5));
    const header: PimsFields =
      isTwin && before !== undefined
        ? before.header
        : {
            CUSTOMER_CODE: 'M-1',
            BNAME: `Customer ${this.meant.length}`,
            ...(this.#likesTwins || dice.chance(0.5) ? { REFERENCE_NUMBER: `R-${dice.int(1, 2)}` } : {}),
          };
    const lines = Array.from({ length: dice.int(1, 3) }, () => ({
      PART_CODE: dice.pick(parts),
      QUANTITY: String(dice.int(1, 2)),
    }));
    const ids = lines.map((_, index) => draftLineIdSchema.parse(`line-${index}`));
    await attempt(async () => {
      const { id } = await desk.drafts.create();
      await desk.drafts.edit({
        id,
        edits: [
          ...Object.entries(header).map(([field, value]) => ({ kind: 'set-header' as const, field, value })),
          ...lines.map((fields, index) => ({
            kind: 'insert-line' as const,
            lineId: ids[index] ?? draftLineIdSchema.parse('none'),
            after: ids[index - 1] ?? null,
            fields,
          })),
        ],
      });
      this.meant.push({ id, header, lines: lines.map(lineWords) });
      const times = dice.chance(0.3) ? 3 : 1;
      for (let time = 0; time < times; time += 1) this.#submit(desk, id, dice.chance(0.8));
    });
  }

  #submit(desk: OrderDesk, id: DraftId, confirmDuplicate: boolean): void {
    void attempt(() => desk.drafts.submit({ id, confirmDuplicate }));
  }

  /** Submits whatever is a draft still or again. */
  async resubmit(desk: OrderDesk): Promise<void> {
    for (const { id } of this.meant) {
      const draft = await desk.drafts.open({ id }).catch(() => undefined);
      if (draft?.state === 'open') this.#submit(desk, id, true);
    }
  }

  /** Decides what needs attention, by what is really there. */
  async decide(desk: OrderDesk, { id, draftId, orderNumber }: Submission): Promise<void> {
    await attempt(async () => {
      const evidence = await desk.outbox.evidence({ id });
      switch (evidence?.kind) {
        case 'differs':
          await desk.outbox.accept({ id });
          return;
        case 'refused':
          if (this.#world.dice.chance(0.5)) await desk.outbox.withdraw({ id });
          else await desk.outbox.sendAgain({ id, confirmed: false });
          return;
        case 'unsure': {
          const ours =
            evidence.step?.kind === 'create-order'
              ? await this.#ownOrder(desk, evidence.candidates)
              : await this.#ownLine(desk, draftId, String(orderNumber));
          const candidate = evidence.candidates.find((one) => one.id === ours);
          if (candidate !== undefined) await desk.outbox.adopt({ id, candidate: candidate.id });
          else await desk.outbox.sendAgain({ id, confirmed: true });
          return;
        }
        case 'duplicate':
        case 'unreadable':
        case undefined:
          await desk.outbox.sendAgain({ id, confirmed: true });
      }
    });
  }

  /** An order that came in over the API and that no submission is known to have brought. */
  async #ownOrder(desk: OrderDesk, candidates: Evidence['candidates']): Promise<string | undefined> {
    const known = new Set((await desk.outbox.list()).map(({ orderNumber }) => String(orderNumber)));
    const own = candidates.filter(({ id }) => this.#pims.ordersOfApi.has(id) && !known.has(id));
    return own.find(({ differences }) => differences.length === 0)?.id;
  }

  /** The line that came in over the API behind those that are known to have. */
  async #ownLine(desk: OrderDesk, draftId: DraftId, orderNumber: string): Promise<string | undefined> {
    const { inPims } = await desk.drafts.open({ id: draftId });
    const lines = this.#pims.linesOfApi.get(orderNumber) ?? [];
    return lines[inPims?.lineIds.length ?? 0]?.LINE_NUMBER;
  }
}

export function lineWords({ PART_CODE = '', QUANTITY = '' }: PimsFields): string {
  return `${PART_CODE} × ${QUANTITY}`;
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined);
}
