import { assertNever } from '../../../shared/errors.ts';
import type { LearntAffixes } from '../../../shared/scanning/learn-affixes.ts';
import type { LearntTiming } from '../../../shared/scanning/learn-timing.ts';

/** What a scanner puts around its codes: “Learnt: prefix “*”, no suffix.” */
export function affixWords(learnt: LearntAffixes): string {
  if (!learnt.ok) return learnt.problem;
  const { prefix, suffix } = learnt;
  if (prefix === '' && suffix === '') return 'The scanner sends the code alone.';
  return `Learnt: ${prefix === '' ? 'no prefix' : `prefix “${prefix}”`}, ${suffix === '' ? 'no suffix' : `suffix “${suffix}”`}.`;
}

/** How fast its keys came, and what follows from that. */
export function timingWords(timing: LearntTiming): string {
  switch (timing.kind) {
    case 'fits':
      return `Its keys came ${timing.slowestMs} ms apart at most, which the limits above allow.`;
    case 'proposal': {
      const { maxGapMs, minLength } = timing.timing;
      return `Its keys came ${timing.slowestMs} ms apart at most. Proposed for it: pauses up to ${maxGapMs} ms, and codes from ${minLength} characters on.`;
    }
    case 'too-slow':
      return `Its keys came up to ${timing.slowestMs} ms apart, as slowly as a person types: such a scan can’t be told from typing. Scan the code rather than type it, or set the scanner to send its keys faster.`;
    case 'too-short':
      return 'So short a code can’t be told from typing. Scan a longer one to learn how fast the scanner is.';
    default:
      return assertNever(timing);
  }
}
