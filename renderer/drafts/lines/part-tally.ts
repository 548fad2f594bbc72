import Big from 'big.js';
import type { DraftLine } from '../../../shared/drafts/draft.ts';
import { readQuantity } from '../../../shared/drafts/quantity.ts';
import { partKey } from '../../../shared/parts/part.ts';
import { type InPims, isLineInPims, isSameInPims } from '../in-pims.ts';
import { visitChanged } from './changed-rows.ts';

/** How much of a part a draft asks for, in those of its lines that have a quantity. */
export interface WantedPart {
  /** An exact decimal, as text. */
  readonly quantity: string;
  readonly lines: number;
}

/** What a draft asks for of each part. Another object whenever one of the sums is another. */
export interface WantedParts {
  /** Undefined for a part of which no line has a quantity. */
  readonly of: (partCode: string) => WantedPart | undefined;
}

interface Sum {
  units: Big;
  lines: number;
}

/**
 * Adds up the lines of each part, since they all take from the same stock, and keeps the sums up to date by what changed, as
 * `LineTally` does. Lines that PIMS has are its own to reckon with, and are left out.
 */
export class PartTally {
  #rows: readonly DraftLine[] = [];
  #inPims: InPims = null;
  readonly #sums = new Map<string, Sum>();
  #wanted: WantedParts = this.#read();

  /** The sums of these lines. */
  update(rows: readonly DraftLine[], inPims: InPims): WantedParts {
    if (!isSameInPims(inPims, this.#inPims)) {
      this.#turnTo([]);
      this.#inPims = inPims;
    }
    this.#turnTo(rows);
    return this.#wanted;
  }

  #turnTo(rows: readonly DraftLine[]): void {
    let isChanged = false;
    visitChanged(this.#rows, rows, (line, by) => {
      if (this.#count(line, by)) isChanged = true;
    });
    this.#rows = rows;
    if (isChanged) this.#wanted = this.#read();
  }

  #count({ id, fields }: DraftLine, by: 1 | -1): boolean {
    const key = partKey(fields.PART_CODE ?? '');
    const quantity = readQuantity(fields.QUANTITY ?? '');
    if (key === '' || !quantity.ok || isLineInPims(this.#inPims, id)) return false;
    const sum = this.#sums.get(key) ?? { units: new Big(0), lines: 0 };
    sum.units = sum.units.plus(new Big(quantity.value).times(by));
    sum.lines += by;
    if (sum.lines === 0) this.#sums.delete(key);
    else this.#sums.set(key, sum);
    return true;
  }

  #read(): WantedParts {
    return {
      of: (partCode) => {
        const sum = this.#sums.get(partKey(partCode));
        return sum && { quantity: sum.units.toFixed(), lines: sum.lines };
      },
    };
  }
}
