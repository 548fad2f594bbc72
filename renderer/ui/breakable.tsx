import { Fragment, type ReactNode } from 'react';

/** Lets a long text go on in the next line at these places, such as `/(?<=@)/`, and not within a word. */
export function breakable(text: string, places: RegExp): ReactNode {
  return text.split(places).map((part, index) => (
    // The parts of one text never change places.
    <Fragment key={`${index} ${part}`}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
