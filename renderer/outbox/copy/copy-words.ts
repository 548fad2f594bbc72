import { assertNever } from '../../../shared/errors.ts';
import type { FolderCopy } from '../../../shared/outbox/folder-copy.ts';
import type { DeskStatus } from '../../../shared/status.ts';
import type { Question } from '../submission/back-to-draft.ts';

/** Why the data folder may be one of two, in a sentence. */
export function copyWhy(why: FolderCopy['why']): string {
  switch (why) {
    case 'other-machine':
      return 'Order Desk’s data folder was made on another machine: it may be a copy, and the other one may still send.';
    case 'restored':
      return 'Order Desk’s data folder comes from a backup: more may have been sent since than it knows of.';
    case 'sent-elsewhere':
      return 'PIMS already has an order that was about to be sent from here: another copy of this data folder may be in use.';
    default:
      return assertNever(why);
  }
}

/** What has been found out of what waits, a line each. */
export function copyFindings({ checking, held, foundSent }: FolderCopy): string[] {
  return [
    ...(checking === 0 ? [] : [`${orders(checking)} still being looked for in PIMS`]),
    ...(held === 0 ? [] : [`${orders(held)} held`]),
    ...(foundSent === 0 ? [] : [`${orders(foundSent)} found to be in PIMS already, and not sent again`]),
  ];
}

/** Why a person can't decide yet; empty when they can. */
export function copyNotYet({ checking }: FolderCopy, reach: DeskStatus['reach'] | undefined): string {
  if (checking === 0) return '';
  const what = `what PIMS has of ${checking === 1 ? 'the order' : `the ${checking} orders`} has to be found out first`;
  return reach === 'unreachable'
    ? `PIMS can’t be reached now, and ${what}. You can choose then.`
    : `You can choose in a moment: ${what}.`;
}

/** What is asked once before a copy goes on sending. */
export const goOnQuestion: Question = {
  title: 'Is the other one no longer used?',
  text: 'If the other machine or folder still sends, each order that waits in both will be in PIMS twice. This can’t be taken back.',
  confirm: 'It is no longer used: go on from here',
};

function orders(count: number): string {
  return count === 1 ? '1 order' : `${count} orders`;
}
