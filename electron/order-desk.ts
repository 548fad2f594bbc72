import { randomUUID } from 'node:crypto';
import { readCustomer } from '../shared/customers/customer.ts';
import type { ConnectionId } from '../shared/ids.ts';
import type { CopyReason } from '../shared/outbox/folder-copy.ts';
import { readPart } from '../shared/parts/part.ts';
import type { Clock } from './clock.ts';
import type { Keychain } from './credentials/keychain.ts';
import { createSecretStore } from './credentials/secret-store.ts';
import type { Log } from './log.ts';
import type { MachineIdentity } from './machine/machine-identity.ts';
import type { Network } from './network/network.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createRefuseDuplicates } from './outbox/submitting/duplicates.ts';
import { probeQuery } from './pims/probe-query.ts';
import { createChosenConnection } from './services/chosen-connection.ts';
import { type ConnectionService, createConnectionService } from './services/connections.ts';
import { type CustomerService, createCustomerService } from './services/customers.ts';
import { createDataSafetyService, type DataSafetyService } from './services/data-safety.ts';
import { createDayCheckService, type DayCheckService } from './services/day-check.ts';
import { createDeskEmitter, type DeskEmitter } from './services/desk-emitter.ts';
import { createDraftService, type DraftService } from './services/drafts.ts';
import { createImportService, type ImportService } from './services/imports.ts';
import { createJournalExport, type JournalExport } from './services/journal-export.ts';
import { createNetworkSettings, type NetworkSettingsService } from './services/network-settings.ts';
import { createNewDrafts } from './services/new-drafts.ts';
import { createOpenScanService, type OpenScanService } from './services/open-scans.ts';
import { createOrderService, type OrderService } from './services/orders.ts';
import { createOutboxService, type OutboxService } from './services/outbox.ts';
import { createPackService, type PackService } from './services/packs.ts';
import { createPartService, type PartService } from './services/parts.ts';
import { createPimsAccess, type PracticeHost } from './services/pims-access.ts';
import { createPreferencesService, type PreferencesService } from './services/preferences.ts';
import { createReachKeeper } from './services/reach.ts';
import { createRecordQuestions } from './services/record-questions.ts';
import { createSearchService, type SearchService } from './services/searches.ts';
import { createShopifyLookupService, type ShopifyLookupService } from './services/shopify-lookup.ts';
import { createStatusService, type StatusService } from './services/status.ts';
import { createTemplateService, type TemplateService } from './services/templates.ts';
import { createUsageService, type UsageService } from './services/usage.ts';
import { createUsageMeter } from './services/usage-meter.ts';
import { createWindowPlaceService, type WindowPlaceService } from './services/window-place.ts';
import { createWitnessKeeper } from './services/witness-keeper.ts';
import { createConnectionRepository } from './storage/connections.ts';
import { createCustomerRepository } from './storage/customers.ts';
import { createDeskFacts } from './storage/data-folder/desk-facts.ts';
import { type FolderFindings, lookThroughFolder } from './storage/data-folder/folder-findings.ts';
import { openWitnessFile, readWitness } from './storage/data-folder/witness.ts';
import { readLines, type Witnessed } from './storage/data-folder/witness-line.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { createDraftRepository } from './storage/drafts/drafts.ts';
import { createOpenScanRepository } from './storage/drafts/open-scans.ts';
import { createTemplateRepository } from './storage/drafts/templates.ts';
import { createImportMappingRepository } from './storage/import-mappings.ts';
import { createImportRepository } from './storage/imports.ts';
import { createLockCodeRepository } from './storage/lock-codes.ts';
import { createPackRepository } from './storage/part-packs.ts';
import { createPartRepository } from './storage/parts.ts';
import { createPreferencesRepository } from './storage/preferences.ts';
import { createSavedSearchRepository } from './storage/saved-searches.ts';
import { createSeenFieldRepository } from './storage/seen-fields.ts';
import { createSettingsRepository } from './storage/settings.ts';
import { createSentWork } from './storage/submissions/sent-work.ts';
import { createSubmissionRepository } from './storage/submissions/submissions.ts';
import { createUsageRepository } from './storage/usage.ts';

export type { PracticeHost } from './services/pims-access.ts';

export interface OrderDeskOptions {
  /** The machine's local, non-roaming folder; it is made when it is not there. */
  readonly dataDir: string;
  readonly keychain: Keychain;
  readonly network: Network;
  readonly clock: Clock;
  readonly log: Log;
  readonly practice: PracticeHost;
  /** Tells a data folder of this machine from one that was copied. */
  readonly machine: MachineIdentity;
}

/** The whole application below IPC. Calls are those of the contract's channels of the same names. */
export interface OrderDesk {
  readonly connections: ConnectionService;
  readonly network: NetworkSettingsService;
  readonly orders: OrderService;
  readonly parts: PartService;
  readonly shopify: ShopifyLookupService;
  readonly packs: PackService;
  readonly customers: CustomerService;
  readonly searches: SearchService;
  readonly drafts: DraftService;
  readonly scans: OpenScanService;
  readonly templates: TemplateService;
  readonly imports: ImportService;
  readonly outbox: OutboxService;
  readonly journalExport: JournalExport;
  readonly dayCheck: DayCheckService;
  readonly preferences: PreferencesService;
  readonly status: Pick<StatusService, 'read' | 'tryNow'>;
  readonly usage: UsageService;
  readonly windowPlace: WindowPlaceService;
  /**
   * Does ahead what the chosen connection's first call would wait for, short of calling PIMS or the keychain. Should it
   * fail, the first call fails in the same way and says so.
   */
  prepare(): Promise<void>;
  /** Subscribes; the answer unsubscribes. */
  readonly on: DeskEmitter['on'];
  /** Waits some seconds for the steps under way, then lets go of the data folder. The network stays the caller's. */
  close(): Promise<void>;
}

/** A step of the outbox that takes longer is of unknown outcome at the next start; less than the shell waits for us. */
const CLOSE_WITHIN_MS = 6_000;

/** The desk with what looks after its data folder. */
export interface FolderDesk extends OrderDesk {
  readonly data: DataSafetyService;
  /** What was found when the data folder was opened. */
  readonly findings: FolderFindings;
}

interface AssemblyOptions extends Omit<OrderDeskOptions, 'dataDir' | 'machine'> {
  /** What the data folder itself tells of being a copy of another one. */
  readonly copied?: CopyReason | null;
  /** Runs when nothing changes any more and the database is still open. */
  readonly beforeClosing?: () => Promise<void>;
}

/**
 * Opens a data folder, looks after it and starts the outbox where it stopped.
 * @throws DeskError `conflict` when another Order Desk uses the folder, or a newer one has written it
 */
export async function createOrderDesk(options: OrderDeskOptions): Promise<FolderDesk> {
  const { clock, dataDir, log } = options;
  const now = () => clock.now();
  const machineId = options.machine.read();
  const db = openDatabase(dataDir, now);
  const watchers: { close(): Promise<void> }[] = [];
  let assembled: OrderDesk | undefined;
  try {
    const witnessed = witnessedIn(dataDir, log);
    const findings = lookThroughFolder({
      db,
      witnessed: witnessed ?? readLines(''),
      machineId: await machineId,
      now,
    });
    const { restored, copied } = findings;
    if (restored !== null) log.warn('The data was restored, or is older than it was', { restored });
    if (copied !== null) log.warn('The data folder may be one of two', { copied });

    const beforeClosing = async () => {
      for (const watcher of watchers) await watcher.close();
    };
    const desk = await assembleDesk(db, { ...options, copied: copied?.why ?? null, beforeClosing });
    assembled = desk;
    findings.handOver();
    if (witnessed !== null) {
      const file = openWitnessFile(dataDir, witnessed.last);
      const witness = createWitnessKeeper({ file, facts: createDeskFacts(db), witnessed, clock, log });
      watchers.push(witness);
      desk.on('drafts.changed', ({ id }) => witness.draftChanged(id));
      desk.on('outbox.changed', ({ id }) => witness.orderChanged(id));
    }
    const data = createDataSafetyService({ db, dataDir, clock, log });
    watchers.push(data);
    return { ...desk, data: data.calls, findings };
  } catch (cause) {
    // Its outbox is at work by then, and would go on over a closed database.
    await assembled?.close().catch((error: unknown) => log.error('The desk could not be closed', { error }));
    db.close();
    throw cause;
  }
}

/**
 * Null when the witness is there and can't be read: a start does not fail for that, since the database has everything but
 * the knowledge of what it may lack. Nor is it written in that run. Its lines are numbered, and one begun anew beside it
 * would tell of losses that are none once both can be read.
 */
function witnessedIn(dataDir: string, log: Log): Witnessed | null {
  try {
    return readWitness(dataDir);
  } catch (cause) {
    log.warn('The witness could not be read, and is left alone until the next start', { cause });
    return null;
  }
}

/** The desk over an open database, which is closed with it. */
export async function assembleDesk(db: Database, options: AssemblyOptions): Promise<OrderDesk> {
  const { network, clock, log, practice } = options;
  try {
    const run = randomUUID();
    const settings = createSettingsRepository(db);
    const connectionRows = createConnectionRepository(db);
    const drafts = createDraftRepository(db);
    const lockCodes = createLockCodeRepository(db);
    const choice = createChosenConnection(connectionRows, settings, clock);
    const secrets = createSecretStore({ keychain: options.keychain, platform: process.platform });
    const events = createDeskEmitter(log);
    const reach = createReachKeeper();
    const networkSettings = await createNetworkSettings(network, settings, clock, log);

    const access = createPimsAccess({
      fetch: network.fetch,
      connections: connectionRows,
      readSecret: (id) => secrets.read(id),
      practice,
      reach,
      log,
      countRequest: (...request) => status.countRequest(...request),
    });
    const clientForSending = (id: ConnectionId) => access.clientFor(id, 'sending');
    const outbox = createOutbox({
      db,
      connections: connectionRows,
      drafts,
      lockCodes,
      settings,
      clientFor: clientForSending,
      isReachable: (id) => reach.of(id).state === 'reachable',
      submissionChanged: (id) => {
        events.emit('outbox.changed', { id });
        status.changed();
      },
      draftChanged: (id) => events.emit('drafts.changed', { id }),
      connectionChanged: () => events.emit('connections.changed', {}),
      run,
      clock,
      log,
    });
    const usageRows = createUsageRepository(db);
    const meter = createUsageMeter(usageRows, clock, log);
    const status = createStatusService({
      chosen: choice.read,
      reach,
      usage: meter,
      outboxCounts: outbox.counts,
      probe: async (id) => {
        await (await access.clientFor(id, 'connection')).queryOrders(probeQuery);
      },
      wakeOutbox: outbox.wake,
      events,
      clock,
      log,
    });
    const connections = createConnectionService({
      connections: connectionRows,
      choice,
      secrets,
      access,
      network,
      countRequest: status.countRequest,
      changed: () => {
        events.emit('connections.changed', {});
        status.changed();
      },
      usable: (id) => outbox.wake({ only: id }),
      moved: reach.forget,
      clock,
      log,
    });
    const newDrafts = createNewDrafts({
      db,
      connections: connectionRows,
      drafts,
      settings,
      events,
      run,
      clock,
    });
    const parts = createPartRepository(db);
    const packs = createPackRepository(db);
    const customers = createCustomerRepository(db);
    const asking = { access, connections: connectionRows, clock, log };
    const partQuestions = createRecordQuestions(
      {
        purpose: 'parts',
        query: (client, ...asked) => client.queryParts(...asked),
        read: readPart,
        keep: parts.put,
      },
      asking,
    );
    const customerQuestions = createRecordQuestions(
      {
        purpose: 'customers',
        query: (client, ...asked) => client.queryCustomers(...asked),
        read: readCustomer,
        keep: customers.put,
      },
      asking,
    );
    const sentWork = createSentWork(db);
    const findSubmission = createSubmissionRepository(db).find;
    const shopify = createShopifyLookupService({ access, chosen: choice.read, clock });
    const dayCheck = createDayCheckService({ sentWork, findSubmission, access, events, clock });
    reach.onChange(status.changed);
    reach.onAnswer(outbox.answered);
    outbox.start(options.copied ?? null);

    return {
      connections,
      network: networkSettings,
      orders: createOrderService({
        access,
        chosen: choice.read,
        lockCodes,
        seenFields: createSeenFieldRepository(db),
        clock,
        log,
      }),
      parts: createPartService({ questions: partQuestions, parts, packs, chosen: choice.read, clock }),
      packs: createPackService(packs, choice.read),
      shopify,
      customers: createCustomerService({
        questions: customerQuestions,
        customers,
        chosen: choice.read,
        clock,
      }),
      searches: createSearchService(createSavedSearchRepository(db), choice.read),
      templates: createTemplateService({
        db,
        drafts,
        templates: createTemplateRepository(db),
        newDrafts,
        chosen: choice.read,
        events,
        clock,
      }),
      drafts: createDraftService({
        drafts,
        newDrafts,
        chosen: choice.read,
        refuseDuplicates: createRefuseDuplicates({
          connections: connectionRows,
          drafts,
          clientFor: clientForSending,
          isUnreachable: (id) => reach.of(id).state === 'unreachable',
          clock,
          log,
        }),
        submit: outbox.submit,
        events,
        clock,
      }),
      imports: createImportService({
        db,
        imports: createImportRepository(db),
        mappings: createImportMappingRepository(db),
        drafts,
        newDrafts,
        chosen: choice.read,
        events,
        clock,
      }),
      scans: createOpenScanService(createOpenScanRepository(db), events),
      outbox: createOutboxService(outbox),
      journalExport: createJournalExport({
        outbox,
        sentWork,
        findSubmission,
        connections: connectionRows,
        lockCodes,
        access,
        clock,
        log,
      }),
      dayCheck,
      preferences: createPreferencesService(createPreferencesRepository(db)),
      status,
      usage: createUsageService({ meter, usage: usageRows, chosen: choice.read, clock }),
      windowPlace: createWindowPlaceService(settings),
      async prepare() {
        const warmed: Promise<unknown>[] = [network.prepare()];
        const chosen = choice.read();
        if (connectionRows.find(chosen)?.kind === 'practice') warmed.push(access.keysFor(chosen));
        await Promise.allSettled(warmed);
      },
      on: events.on,
      async close() {
        partQuestions.callOff();
        shopify.callOff();
        customerQuestions.callOff();
        await dayCheck.cancel();
        await outbox.close(CLOSE_WITHIN_MS);
        status.close();
        await options.beforeClosing?.();
        db.close();
        await practice.stop();
      },
    };
  } catch (cause) {
    db.close();
    throw cause;
  }
}
