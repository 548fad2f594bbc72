import type { Submission } from '../../shared/outbox/submission.ts';

/** What the system's notification says. */
export interface Announcement {
  readonly title: string;
  readonly body: string;
}

/** What has happened since the last announcement. */
export interface OutboxNews {
  readonly sent: readonly Submission[];
  readonly needAttention: readonly Submission[];
  /** One submission for each connection that can't send until a person does something. */
  readonly held: readonly Submission[];
}

/** Both show in full on every system; what a server says at length has no place on a lock screen. */
const LONGEST_TITLE = 80;
const LONGEST_BODY = 140;
const MOST_NAMES = 3;

/** Says it in plain words; several things at once are one announcement. Null when there is nothing to say. */
export function announcementOf(news: OutboxNews): Announcement | null {
  const { sent, needAttention, held } = news;
  const count = sent.length + needAttention.length + held.length;
  const [first] = [...needAttention, ...held, ...sent];
  if (first === undefined) return null;
  const { title, body } = count === 1 ? single(first) : several(news);
  return { title: shortened(title, LONGEST_TITLE), body: shortened(body, LONGEST_BODY) };
}

function single(submission: Submission): Announcement {
  const { state, connectionName, problem } = submission;
  const why = problem?.message ?? 'Open the outbox to see why.';
  switch (state) {
    case 'needs-attention':
      return {
        title: submission.isAddition
          ? `Changes of order ${nameOf(submission)} need attention`
          : `Order ${nameOf(submission)} needs attention`,
        body: problem?.code === 'rejected' ? `PIMS refused it: ${why}` : why,
      };
    case 'held':
      return { title: `Sending to ${connectionName} waits for you`, body: why };
    default:
      return { title: sentWords(submission), body: `Sent to ${connectionName}.` };
  }
}

function sentWords({ isAddition, orderNumber, reference }: Submission): string {
  if (isAddition) return `Changes of order ${orderNumber ?? reference} are in PIMS`;
  const isBoth = orderNumber !== null && reference !== '';
  return isBoth
    ? `Order ${orderNumber} is in PIMS (${reference})`
    : `Order ${orderNumber ?? reference} is in PIMS`;
}

/** An order that is not in PIMS yet is known by its reference, one that was there by its number. */
function nameOf({ isAddition, orderNumber, reference }: Submission): string {
  return (isAddition || reference === '') && orderNumber !== null ? orderNumber : reference;
}

function several({ sent, needAttention, held }: OutboxNews): Announcement {
  const parts = [
    count(sent.length, 'is in PIMS', 'are in PIMS'),
    count(needAttention.length, 'needs attention', 'need attention'),
  ].filter((part) => part !== '');
  const waits = held.map(({ connectionName }) => connectionName);
  const [title = `Sending to ${waits.join(' and ')} waits for you`, ...rest] = parts;
  const sentences = [
    // The attention first: it is what a person has to do something about.
    ...(needAttention.length > 0 && sent.length > 0 ? [`Needs attention: ${names(needAttention)}.`] : []),
    ...(waits.length > 0 && parts.length > 0 ? [`Sending to ${waits.join(' and ')} waits for you.`] : []),
    ...(sent.length > 0 ? [`In PIMS: ${names(sent)}.`] : []),
    ...(sent.length === 0 && needAttention.length > 0 ? [`${names(needAttention)}.`] : []),
  ];
  return {
    title: [title, ...rest].join(', '),
    body: sentences.length === 0 ? 'Open the outbox to see why.' : sentences.join(' '),
  };
}

function count(orders: number, one: string, more: string): string {
  if (orders === 0) return '';
  return orders === 1 ? `1 order ${one}` : `${orders} orders ${more}`;
}

function names(submissions: readonly Submission[]): string {
  const named = submissions
    .slice(0, MOST_NAMES)
    .map((one) => (one.state === 'sent' ? (one.orderNumber ?? one.reference) : nameOf(one)));
  const more = submissions.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

/** On one line and not longer than `most` characters, cut between words where that is near. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most - 1).join('');
  const lastBlank = cut.lastIndexOf(' ');
  return `${(lastBlank > cut.length * 0.7 ? cut.slice(0, lastBlank) : cut).trimEnd()}…`;
}
