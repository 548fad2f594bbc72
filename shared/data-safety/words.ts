import { assertNever } from '../errors.ts';
import type { DamageKind, DataFindings, Loss } from './findings.ts';

/** Writes a time for the person, so that it can follow a verb: "on 15 Jun 2026, 10:42". */
export type WriteTime = (iso: string) => string;

/** What happened, as a title. */
export function damageTitle(damage: DamageKind): string {
  switch (damage) {
    case 'damaged':
      return 'The data of Order Desk was damaged';
    case 'missing':
      return 'The data of Order Desk was missing';
    case 'last-changes':
      return 'The newest changes of Order Desk’s data can’t be read';
    case 'older':
      return 'The data of Order Desk is older than it should be';
    default:
      return assertNever(damage);
  }
}

/** What was put in the place of the damaged data. */
export function restoredSentence({ damage, restoredFrom }: DataFindings, time: WriteTime): string {
  switch (restoredFrom.kind) {
    case 'nothing':
      return 'There was no backup that could be used, so Order Desk starts with empty data. Set up your connections again.';
    case 'backup':
      return `The newest good backup is in its place now. ${upTo(restoredFrom.newest, time)}`;
    case 'same':
      return damage === 'older'
        ? `Somebody, or a backup program, has put an older copy in its place. ${upTo(restoredFrom.newest, time)}`
        : `The rest is in order and is used. ${upTo(restoredFrom.newest, time)}`;
    default:
      return assertNever(restoredFrom);
  }
}

function upTo(newest: string | null, time: WriteTime): string {
  return newest === null
    ? 'It holds no drafts and no orders.'
    : `The last change in it was made ${time(newest)}.`;
}

/** One thing that is missing, or was saved, as a sentence. */
export function lossSentence(loss: Loss, time: WriteTime): string {
  return loss.what === 'draft' ? draftSentence(loss, time) : orderSentence(loss, time);
}

function draftSentence(loss: Extract<Loss, { what: 'draft' }>, time: WriteTime): string {
  const { fate, at } = loss;
  const changed = time(at);
  switch (fate) {
    case 'lost':
      return `The draft ${named(loss)}, changed ${changed}, is lost.`;
    case 'older':
      return `The draft ${named(loss)}, was changed ${changed}; here it stands as it was earlier.`;
    case 'saved':
      return `The draft ${named(loss)}, changed ${changed}, was saved from the damaged file.`;
    default:
      return assertNever(fate);
  }
}

function orderSentence(loss: Extract<Loss, { what: 'order' }>, time: WriteTime): string {
  const twice = loss.draftIsOpen
    ? ' Its draft stands here again: remove it once you have seen the order in PIMS, or it would be sent twice.'
    : '';
  return `The order ${named(loss)}, ${fateOfOrder(loss, time(loss.at))}${twice}`;
}

function fateOfOrder(loss: Extract<Loss, { what: 'order' }>, at: string): string {
  const { stood, orderNumber, fate } = loss;
  const kept = fate === 'older';
  const number = orderNumber ?? '(number unknown)';
  switch (stood) {
    case 'sent':
      return kept
        ? `sent as ${number} ${at}, is in PIMS, but stands here as not sent yet. Order Desk looks in PIMS before it sends anything.`
        : `sent as ${number} ${at}, is in PIMS, but its journal is lost.`;
    case 'in-pims':
      return kept
        ? `became order ${number} in PIMS ${at}, but stands here as it was before that. Order Desk looks in PIMS before it sends anything.`
        : `was being sent as ${number} ${at}; its journal is lost. Compare it in PIMS: some of its lines may be missing.`;
    case 'queued':
      return kept
        ? `submitted ${at}, stands in the outbox as it was earlier. Order Desk looks in PIMS before it sends anything.`
        : `submitted ${at}, is lost from the outbox. Look for it in PIMS: it may have arrived.`;
    default:
      return assertNever(stood);
  }
}

/** "R-1 for M-1000, 12 lines": what a person knows it by. */
function named({ reference, customerCode, lineCount }: Loss): string {
  const name = reference === '' ? 'without a reference' : reference;
  const customer = customerCode === '' ? '' : ` for ${customerCode}`;
  return `${name}${customer}, ${lineCount === 1 ? '1 line' : `${lineCount} lines`}`;
}

/** Missing first, what is only older next, what was saved last; within each by time, newest first. */
export function sortedLosses(losses: readonly Loss[]): Loss[] {
  const rank = { lost: 0, older: 1, saved: 2 } as const;
  return [...losses].sort((a, b) => rank[a.fate] - rank[b.fate] || b.at.localeCompare(a.at));
}

/** What no list can name, since nothing but the database knew of it. Empty when all of it is gone anyway. */
export function unlistedSentence({ restoredFrom }: DataFindings): string {
  if (restoredFrom.kind === 'nothing') return '';
  return 'Connections, saved searches, templates and settings are as they were then, too.';
}

/** The whole as text, for whoever looks into it. */
export function findingsAsText(findings: DataFindings, time: WriteTime): string {
  const { damage, noticedAt, losses, damagedFolder } = findings;
  return [
    `${damageTitle(damage)} (noticed ${time(noticedAt)}).`,
    restoredSentence(findings, time),
    ...(losses.length === 0
      ? [nothingMissing]
      : sortedLosses(losses).map((loss) => `- ${lossSentence(loss, time)}`)),
    unlistedSentence(findings),
    ...(damagedFolder === null ? [] : [`The damaged files: ${damagedFolder}`]),
  ]
    .filter((row) => row !== '')
    .join('\n');
}

export const nothingMissing = 'As far as Order Desk knows, no draft and no order is missing.';
