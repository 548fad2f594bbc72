import { DatabaseSync } from '@photostructure/sqlite';
import { createLog } from '../../electron/log.ts';
import type { Network } from '../../electron/network/network.ts';
import { assembleDesk, type OrderDesk } from '../../electron/order-desk.ts';
import { type Database, databaseOver } from '../../electron/storage/database.ts';
import { migrate } from '../../electron/storage/migrate.ts';
import { migrations } from '../../electron/storage/migrations/migrations.ts';
import type { CopyReason } from '../../shared/outbox/folder-copy.ts';
import { keys, type ModelPims } from './model-pims.ts';
import { Life, type World } from './world.ts';

const START = new Date('2026-06-15T00:00:00.000Z');

/** The person's computer: a disk that survives, and a process that may die at any database call. */
export class Machine {
  #disk = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  readonly #world: World;
  readonly #pims: ModelPims;
  #copied: CopyReason | null = null;
  life: Life;
  desk: OrderDesk | null = null;
  /** What went wrong inside Order Desk without its process having died. */
  readonly defects: string[] = [];

  constructor(world: World, pims: ModelPims) {
    this.#world = world;
    this.#pims = pims;
    this.life = new Life(world);
    migrate(this.#disk, { steps: migrations, dataDir: '', now: () => START });
  }

  /** A backup of the data folder. */
  backUp(): Uint8Array {
    return this.#disk.serialize();
  }

  /**
   * Puts a backup in place of what a dead process left. `isNoticed`: the folder itself shows that it comes from
   * a backup; else PIMS alone can tell.
   */
  restore(backup: Uint8Array, isNoticed: boolean): void {
    this.#disk.close();
    this.#disk = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
    this.#disk.deserialize(backup);
    this.#copied = isNoticed ? 'restored' : null;
  }

  /** How the connection sends. */
  sendLinesAtOnce(lines: number): void {
    this.#disk.prepare('UPDATE connections SET lines_in_flight = ?').run(lines);
  }

  /** The lines of an order whose lock code is known here: those that a person can change. */
  openLines(order: string): string[] {
    return this.#column(
      'SELECT line_number AS found FROM lock_codes WHERE order_number = ? ORDER BY line_number',
      order,
    );
  }

  /** The lines of an order that this machine knows to have brought there. */
  confirmedLines(order: string): string[] {
    return this.#column(
      `SELECT t.line_number AS found FROM steps t JOIN submissions s ON s.id = t.submission_id
       WHERE s.order_number = ? AND t.kind = 'add-line' AND t.state = 'done' AND t.line_number IS NOT NULL`,
      order,
    );
  }

  #column(sql: string, value: string): string[] {
    return this.#disk
      .prepare(sql)
      .all(value)
      .map((row) => String(Reflect.get(Object(row), 'found')));
  }

  /** Starts Order Desk, unless it dies while it starts. */
  async start(): Promise<OrderDesk | null> {
    const life = new Life(this.#world);
    this.life = life;
    const network: Network = {
      fetch: this.#pims.fetchOf(life),
      prepare: async () => undefined,
      setExtraCa: () => undefined,
      readCertificate: async () => null,
      close: async () => undefined,
    };
    try {
      this.desk = await assembleDesk(
        mortal(
          databaseOver(this.#disk, () => undefined),
          life,
        ),
        {
          keychain: { get: async () => null, set: async () => undefined, delete: async () => undefined },
          network,
          clock: this.#world.clockOf(life),
          log: createLog((level, message, details) => {
            if (level === 'error' && !life.isDead) this.defects.push(`${message} ${String(details.cause)}`);
          }),
          practice: { start: async () => keys, stop: async () => undefined },
          copied: this.#copied,
        },
      );
      this.#copied = null;
    } catch (cause) {
      this.desk = null;
      if (!life.isDead) throw cause;
    }
    return this.desk;
  }

  /** The desk, started again when its process has died. */
  async running(): Promise<OrderDesk> {
    while (this.desk === null || this.life.isDead) await this.start();
    return this.desk;
  }
}

/** A database that a process loses at its death: what it has not committed by then is gone. */
function mortal(db: Database, life: Life): Database {
  const live = <T>(work: () => T): T => {
    if (life.callsLeft !== null) {
      life.callsLeft -= 1;
      if (life.callsLeft <= 0) life.die();
    }
    if (life.isDead) throw new Error('The process has died.');
    return work();
  };
  return {
    prepare(sql) {
      const statement = db.prepare(sql);
      return {
        run: (...values) => live(() => statement.run(...values)),
        get: (...values) => live(() => statement.get(...values)),
        all: (...values) => live(() => statement.all(...values)),
      };
    },
    transaction: (work) => (life.isDead ? live(work) : db.transaction(work)),
    close: () => undefined,
  };
}
