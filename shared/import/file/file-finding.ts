/** Something about a file that the person has to know. Lines count from 1. */
export type FileFinding =
  | { readonly kind: 'mixed-line-ends'; readonly line: number }
  | { readonly kind: 'nul'; readonly line: number; readonly count: number }
  | { readonly kind: 'undecodable'; readonly line: number; readonly count: number }
  | {
      readonly kind: 'twin-headings';
      readonly line: number;
      readonly name: string;
      readonly columns: readonly number[];
    }
  | {
      readonly kind: 'shown-rounded';
      readonly line: number;
      readonly count: number;
      readonly shown: string;
      readonly value: string;
    };

/** Why a file can’t be imported at all. */
export interface FileRefusal {
  readonly code:
    | 'empty'
    | 'too-large'
    | 'too-many-rows'
    | 'binary'
    | 'no-text-line'
    | 'no-rows'
    | 'damaged-workbook'
    | 'unreadable';
  readonly message: string;
}

/** Thrown inside the reading of a file, and turned to an answer at its border. */
export class RefusedFile extends Error {
  readonly refusal: FileRefusal;
  constructor(code: FileRefusal['code'], message: string) {
    super(message);
    this.refusal = { code, message };
  }
}

/** A finding in one sentence, and what to do about it. */
export function findingWords(finding: FileFinding): string {
  switch (finding.kind) {
    case 'mixed-line-ends':
      return `Line ${finding.line} ends otherwise than the lines before it. All line ends are read alike.`;
    case 'nul':
      return `${places(finding.count, 'zero byte')}, first in line ${finding.line}. The file may be damaged, or in another encoding.`;
    case 'undecodable':
      return `${places(finding.count, 'character')} can’t be read in this encoding, first in line ${finding.line}. Choose another encoding, or mend “\uFFFD” by hand.`;
    case 'twin-headings':
      return `Line ${finding.line} has the heading “${finding.name}” ${finding.columns.length} times, in columns ${finding.columns.map((column) => column + 1).join(', ')}. Choose yourself which one is meant.`;
    case 'shown-rounded':
      return `The sheet shows ${finding.shown} in row ${finding.line} and holds ${finding.value}${finding.count > 1 ? `, and there are ${finding.count - 1} more such cells` : ''}. What it holds is taken.`;
  }
}

function places(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
