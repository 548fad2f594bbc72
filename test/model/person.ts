import type { OrderDesk } from '../../electron/order-desk.ts';
import type { Draft, DraftEdit } from '../../shared/drafts/draft.ts';
import { type DraftId, draftLineIdSchema, orderNumberSchema } from '../../shared/ids.ts';
import type { Evidence } from '../../shared/outbox/evidence.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { Machine } from './machine.ts';
import { type ModelPims, OLD_ORDER, parts } from './model-pims.ts';
import type { World } from './world.ts';

/** A draft as the person means it. */
export interface MeantDraft {
  readonly id: DraftId;
  /** Told apart by its number, also where two drafts are alike. */
  readonly number: number;
  /** The order in PIMS that it is for; null for a new one. */
  readonly target: string | null;
  readonly header: PimsFields;
  /** `PART × QUANTITY`, in order. */
  readonly lines: readonly string[];
  /** The quantity that each changed line is to have. */
  readonly changes: ReadonlyMap<string, string>;
  /** Changes that the person gave up, or may have when the machine died. */
  readonly givenUp: Set<string>;
  /** Changes about which the person was asked, and so may have overwritten another value knowingly. */
  readonly decided: Set<string>;
}

/** What kind of person it is. */
export interface Habits {
  /** All orders bear one reference and are alike. */
  readonly likesTwins: boolean;
  /** Every line says whose it is: then the person can tell what a lost machine has sent. */
  readonly marksLines: boolean;
}

const MOST_DRAFTS = 5;

/** Somebody at the desk, who knows the truth when asked to decide. */
export class Person {
  meant: MeantDraft[] = [];
  /** The numbers of drafts that nobody means any more: what they brought into PIMS stays there. */
  readonly lost = new Set<number>();
  readonly #world: World;
  readonly #pims: ModelPims;
  readonly #machine: Machine;
  readonly #habits: Habits;
  #drafts = 0;
  #quantity = 100;

  constructor(world: World, pims: ModelPims, machine: Machine, habits: Habits) {
    this.#habits = habits;
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
    const choice = dice.int(0, 13);
    if (choice <= 4 && this.meant.length < MOST_DRAFTS) return this.#order(desk);
    if (choice <= 6 && this.meant.length < MOST_DRAFTS) return this.#addition(desk, submissions);
    if (choice === 7) return attempt(() => desk.outbox.wake({}));
    if (choice === 12) return desk.outbox.newSurroundings();
    if (choice <= 9) return this.resubmit(desk);
    if (choice === 10) return this.#pause(desk, some);
    if (some === undefined) return;
    if (some.state === 'needs-attention') return this.decide(desk, some);
    if (choice === 11) return attempt(() => desk.outbox.withdraw({ id: some.id, confirmed: false }));
  }

  /** Fills a draft and submits it, at times with a key held down. */
  async #order(desk: OrderDesk): Promise<void> {
    const { dice } = this.#world;
    const orders = this.meant.filter(({ target }) => target === null);
    const before = orders.length === 0 ? undefined : dice.pick(orders);
    const isTwin =
      before?.header.REFERENCE_NUMBER !== undefined && (this.#habits.likesTwins || dice.chance(0.5));
    const header: PimsFields =
      isTwin && before !== undefined && !this.#habits.marksLines
        ? before.header
        : {
            CUSTOMER_CODE: 'M-1',
            BNAME: `Customer ${this.#drafts}`,
            ...(this.#habits.likesTwins || dice.chance(0.5)
              ? { REFERENCE_NUMBER: `R-${dice.int(1, 2)}` }
              : {}),
          };
    const edits: DraftEdit[] = Object.entries(header).map(([field, value]) => ({
      kind: 'set-header',
      field,
      value,
    }));
    await this.#fill(desk, { target: null, header, edits, lines: this.#newLines(1, 3), changes: new Map() });
  }

  /** Fills a draft for an order in PIMS with new lines and changes of lines. */
  async #addition(desk: OrderDesk, submissions: readonly Submission[]): Promise<void> {
    const { dice } = this.#world;
    const own = submissions.flatMap(({ state, orderNumber }) =>
      state === 'sent' && orderNumber !== null ? [String(orderNumber)] : [],
    );
    const target = dice.pick([OLD_ORDER, ...own]);
    const changes = new Map<string, string>();
    const edits: DraftEdit[] = [];
    for (const line of this.#machine.openLines(target)) {
      const base = this.#pims.order(target)?.lines.find((one) => one.LINE_NUMBER === line);
      if (base === undefined || !dice.chance(0.5)) continue;
      // What a lost machine sent and changed, nobody could recognise.
      if (this.#habits.marksLines && base.DESCRIPTION?.startsWith('Draft ') === true) continue;
      const { LINE_REF_LOCK_CODE: _code, ...shown } = base;
      this.#quantity += 1;
      const value = String(this.#quantity);
      this.#pims.see(target, line, base.QUANTITY ?? '');
      changes.set(line, value);
      edits.push({ kind: 'change-line', lineNumber: line, base: shown, field: 'QUANTITY', value });
    }
    const lines = this.#newLines(changes.size === 0 ? 1 : 0, 2);
    await this.#fill(desk, { target, header: { CUSTOMER_CODE: 'M-1' }, edits, lines, changes });
  }

  #newLines(least: number, most: number): PimsFields[] {
    const { dice } = this.#world;
    return Array.from({ length: dice.int(least, most) }, (_, index) => ({
      PART_CODE: dice.pick(parts),
      QUANTITY: String(dice.int(1, 2)),
      ...(this.#habits.marksLines ? { DESCRIPTION: lineMark(this.#drafts, index) } : {}),
    }));
  }

  async #fill(
    desk: OrderDesk,
    {
      target,
      header,
      edits,
      lines,
      changes,
    }: Pick<MeantDraft, 'target' | 'header' | 'changes'> & { edits: DraftEdit[]; lines: PimsFields[] },
  ): Promise<void> {
    const { dice } = this.#world;
    const number = this.#drafts;
    const ids = lines.map((_, index) => draftLineIdSchema.parse(`line-${number}-${index}`));
    await attempt(async () => {
      const { id, ...present } = await desk.drafts.create(
        target === null ? {} : { target: { orderNumber: orderNumberSchema.parse(target), header } },
      );
      // An order in PIMS has one open draft: what stands in it is meant already.
      if (present.lines.length > 0 || present.changes.length > 0) return;
      this.#drafts += 1;
      await desk.drafts.edit({
        id,
        edits: [
          ...edits,
          ...lines.map((fields, index) => ({
            kind: 'insert-line' as const,
            lineId: ids[index] ?? draftLineIdSchema.parse('none'),
            after: ids[index - 1] ?? null,
            fields,
          })),
        ],
      });
      const words = lines.map(lineWords);
      this.meant.push({
        id,
        number,
        target,
        header,
        lines: words,
        changes,
        givenUp: new Set(),
        decided: new Set(),
      });
      const times = dice.chance(0.3) ? 3 : 1;
      for (let time = 0; time < times; time += 1) this.#submit(desk, id, dice.chance(0.8));
    });
  }

  #submit(desk: OrderDesk, id: DraftId, confirmsDuplicate: boolean): void {
    void attempt(() =>
      desk.drafts.submit({ id, confirmed: confirmsDuplicate ? ['duplicate-reference'] : [] }),
    );
  }

  async #pause(desk: OrderDesk, some: Submission | undefined): Promise<void> {
    const { dice } = this.#world;
    if (some !== undefined && dice.chance(0.6)) {
      return attempt(() => desk.outbox.pause({ id: some.id, paused: !some.isPaused }));
    }
    const isPausing = dice.chance(0.5);
    return attempt(async () => {
      for (const { id, pausedAt } of await desk.connections.list()) {
        const paused = pausedAt === null && isPausing;
        await desk.outbox.pauseConnection({ connectionId: id, paused });
      }
    });
  }

  /** Lets everything go on. */
  async resumeAll(desk: OrderDesk): Promise<void> {
    for (const { id, isPaused } of await desk.outbox.list()) {
      if (isPaused) await desk.outbox.pause({ id, paused: false });
    }
    for (const { id } of await desk.connections.list()) {
      await desk.outbox.pauseConnection({ connectionId: id, paused: false });
    }
  }

  /** Decides about a folder that may be a copy, once it is known what PIMS has. */
  async decideCopy(desk: OrderDesk): Promise<void> {
    const copy = await desk.outbox.copy();
    if (copy === null || copy.checking > 0) return;
    const decision = this.#world.dice.chance(0.7) ? 'go-on' : 'take-back';
    await attempt(() => desk.outbox.decideCopy({ decision }));
  }

  /** After a backup was restored: what it does not know is lost. */
  async missDrafts(desk: OrderDesk): Promise<void> {
    for (const { id, number } of this.meant) {
      // One that was still empty when the backup was taken is as good as lost.
      const isThere = await desk.drafts.open({ id }).then(
        ({ lines, changes }) => lines.length > 0 || changes.length > 0,
        () => false,
      );
      if (!isThere) this.#lose(number);
    }
  }

  #lose(number: number): void {
    this.lost.add(number);
    this.meant = this.meant.filter((draft) => draft.number !== number);
  }

  /** Submits whatever is a draft still or again. */
  async resubmit(desk: OrderDesk): Promise<void> {
    for (const meant of this.meant) {
      const { id } = meant;
      const draft = await desk.drafts.open({ id }).catch(() => undefined);
      if (draft?.state !== 'open' || !hasWork(draft)) continue;
      if (draft.inPims === null && this.#sawItSent(meant)) {
        // Told that the reference is in use, the person looks, finds the order there, and needs the draft no more.
        await desk.drafts.remove({ id }).then(
          () => this.#lose(meant.number),
          () => undefined,
        );
      } else this.#submit(desk, id, true);
    }
  }

  /** PIMS has the order under the reference that the person gave it, from before a backup was restored. */
  #sawItSent({ header, target }: MeantDraft): boolean {
    if (!this.#habits.marksLines || target !== null || header.REFERENCE_NUMBER === undefined) return false;
    return [...this.#pims.ordersOfApi.values()].some(({ BNAME }) => BNAME === header.BNAME);
  }

  /** Decides what needs attention, by what is really there. */
  async decide(desk: OrderDesk, submission: Submission): Promise<void> {
    await attempt(async () => {
      const { id } = submission;
      const evidence = await desk.outbox.evidence({ id });
      switch (evidence?.kind) {
        case 'differs':
          await desk.outbox.accept({ id });
          return;
        case 'refused':
          await this.#decideRefusal(desk, submission, evidence);
          return;
        case 'conflict':
          await this.#decideConflict(desk, submission, evidence);
          return;
        case 'unsure': {
          const ours =
            evidence.step?.kind === 'create-order'
              ? await this.#ownOrder(desk, evidence.candidates)
              : this.#ownLine(submission, evidence);
          const candidate = evidence.candidates.find((one) => one.id === ours);
          if (candidate !== undefined) await desk.outbox.adopt({ id, candidate: candidate.id });
          else if (this.#world.dice.chance(0.7)) await desk.outbox.sendAgain({ id, confirmed: true });
          else await desk.outbox.withdraw({ id, confirmed: true });
          return;
        }
        case 'duplicate': {
          const ours = this.#habits.marksLines ? await this.#ownOrder(desk, evidence.candidates) : undefined;
          if (ours !== undefined) await desk.outbox.adopt({ id, candidate: ours });
          else await desk.outbox.sendAgain({ id, confirmed: true });
          return;
        }
        case 'unreadable':
        case undefined:
          await desk.outbox.sendAgain({ id, confirmed: true });
      }
    });
  }

  async #decideRefusal(
    desk: OrderDesk,
    { id, draftId }: Submission,
    { step, base }: Evidence,
  ): Promise<void> {
    const { dice } = this.#world;
    if (dice.chance(0.5)) return void (await desk.outbox.sendAgain({ id, confirmed: false }));
    await desk.outbox.withdraw({ id, confirmed: false });
    const meant = this.meant.find((one) => one.id === draftId);
    if (step?.kind !== 'update-line' || base === null || meant === undefined) return;
    // PIMS may never take it: at times the person gives the change up.
    if (dice.chance(0.5)) return;
    const line = base.LINE_NUMBER ?? '';
    meant.givenUp.add(line);
    const value = base.QUANTITY ?? '';
    await desk.drafts.edit({
      id: draftId,
      edits: [{ kind: 'change-line', lineNumber: line, base, field: 'QUANTITY', value }],
    });
  }

  async #decideConflict(
    desk: OrderDesk,
    { id, draftId, orderNumber }: Submission,
    { sent, base, candidates }: Evidence,
  ): Promise<void> {
    const line = base?.LINE_NUMBER ?? '';
    const [there] = candidates;
    const meant = this.meant.find((one) => one.id === draftId);
    meant?.decided.add(line);
    this.#pims.see(String(orderNumber), line, there?.fields.QUANTITY ?? '');
    if (there !== undefined && this.#world.dice.chance(0.6)) {
      await desk.outbox.settleLine({ id, values: { ...sent } });
      return;
    }
    meant?.givenUp.add(line);
    await desk.outbox.settleLine({ id, values: {} });
  }

  /** An order that came in over the API and that no submission is known to have brought. */
  async #ownOrder(desk: OrderDesk, candidates: Evidence['candidates']): Promise<string | undefined> {
    const known = new Set((await desk.outbox.list()).map(({ orderNumber }) => String(orderNumber)));
    const own = candidates.filter(({ id }) => this.#pims.ordersOfApi.has(id) && !known.has(id));
    return own.find(({ differences }) => differences.length === 0)?.id;
  }

  /** The line that came in over the API for this step. */
  #ownLine({ orderNumber }: Submission, { sent, candidates }: Evidence): string | undefined {
    const ofApi = this.#pims.linesOfApi.get(String(orderNumber)) ?? [];
    if (this.#habits.marksLines) {
      const ours = ofApi.find((line) => line.DESCRIPTION === sent.DESCRIPTION)?.LINE_NUMBER;
      return candidates.find(({ id }) => id === ours)?.id;
    }
    const claimed = new Set(this.#machine.confirmedLines(String(orderNumber)));
    const free = new Set(
      ofApi.flatMap(({ LINE_NUMBER: number = '' }) => (claimed.has(number) ? [] : [number])),
    );
    const ours = candidates.filter(({ id }) => free.has(id));
    // Somebody else may have changed it before its arrival was noticed.
    const same = ours.find(({ differences }) => differences.length === 0);
    return (
      same ?? ours.find(({ id }) => ofApi.some((line) => line.LINE_NUMBER === id && isSent(line, sent)))
    )?.id;
  }
}

function isSent(line: PimsFields, sent: PimsFields): boolean {
  return line.PART_CODE === sent.PART_CODE && line.QUANTITY === sent.QUANTITY;
}

/** Whether something of a draft is still to be sent. */
export function hasWork({ target, lines, changes, inPims }: Draft): boolean {
  if (target === null) return true;
  return changes.length > 0 || lines.some(({ id }) => inPims?.lineIds.includes(id) !== true);
}

/** How a line of a draft is marked, where lines are. */
export function lineMark(draft: number, line: number): string {
  return `Draft ${draft}, line ${line}`;
}

export function lineWords({ PART_CODE = '', QUANTITY = '' }: PimsFields): string {
  return `${PART_CODE} × ${QUANTITY}`;
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined);
}
