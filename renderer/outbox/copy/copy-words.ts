import { assertNever } from '../../../shared/errors.ts';
import type { FolderCopy } from '../../../shared/outbox/folder-copy.ts';
import type { DeskStatus } from '../../../shared/status.ts';
import type { Question } from '../submission/back-to-draft.ts';

/** Why nothing is sent from a copied folder, for the screens on which it can't be chosen what becomes of it. */
export function copyBannerWords(why: FolderCopy['why']): string {
  switch (why) {
    case 'other-machine':
      return 'Nothing is sent: this data folder was made on another machine, which may still send.';
    case 'restored':
      return 'Nothing is sent: part of the data was lost, or comes from a backup, and more may be in PIMS than it says.';
    case 'sent-elsewhere':
      return 'Nothing is sent: another copy of this data folder may be in use.';
    default:
      return assertNever(why);
  }
}

/** One of the two ways on: what its button says, and what comes of it. */
export interface CopyChoice {
  readonly label: string;
  readonly says: string;
}

export interface CopyChoices {
  readonly goOn: CopyChoice;
  /** What is asked once before that; null where nothing can arrive twice by it. */
  readonly question: Question | null;
  /** Null where there is nothing to take back. */
  readonly takeBack: CopyChoice | null;
}

/** What a person can choose. A restored folder need not have a double, and an empty queue has nothing to send twice. */
export function copyChoices({ why, checking, held }: FolderCopy): CopyChoices {
  if (checking === 0 && held === 0) {
    const says = 'No order waits here: what you submit from now on is sent.';
    return { goOn: { label: goOnLabel, says }, question: null, takeBack: null };
  }
  if (why === 'restored') {
    return {
      goOn: {
        label: goOnLabel,
        says: 'Only when no other computer sends from this data. What PIMS has not got is sent from here.',
      },
      question: {
        title: 'Does no other computer send from this data?',
        text: 'If a copy of it still sends, each order that waits in both will be in PIMS twice. This can’t be taken back.',
        confirm: 'No other one sends: go on from here',
        cautious: true,
      },
      takeBack: {
        label: 'Take them back to drafts',
        says: 'Nothing of it is sent. You find all of it in Drafts, to compare with PIMS and to submit or remove.',
      },
    };
  }
  return {
    goOn: {
      label: goOnLabel,
      says: 'Only when the other one is no longer used. What PIMS has not got is sent from here.',
    },
    question: {
      title: 'Is the other one no longer used?',
      text: 'If the other machine or folder still sends, each order that waits in both will be in PIMS twice. This can’t be taken back.',
      confirm: 'It is no longer used: go on from here',
      cautious: true,
    },
    takeBack: {
      label: 'The other one sends them: take them back to drafts',
      says: 'Nothing of it is sent from here. You find all of it in Drafts, and can remove it there.',
    },
  };
}

const goOnLabel = 'Go on sending from here';

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

function orders(count: number): string {
  return count === 1 ? '1 order' : `${count} orders`;
}
