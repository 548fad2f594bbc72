import type { FolderCopy } from '../../../shared/outbox/folder-copy.ts';
import type { DeskStatus } from '../../../shared/status.ts';
import type { Question } from '../submission/back-to-draft.ts';

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
