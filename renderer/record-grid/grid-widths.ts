import { useState } from 'react';
import type { ColumnWidths } from '../../shared/preferences/preferences.ts';

/** The chosen widths as they are while a column is dragged; what is remembered anew from outside replaces them. */
export function useChosenWidths(
  remembered: ColumnWidths,
): readonly [ColumnWidths, (widths: ColumnWidths) => void] {
  const [chosen, setChosen] = useState({ remembered, widths: remembered });
  if (chosen.remembered !== remembered) setChosen({ remembered, widths: remembered });
  return [
    chosen.remembered === remembered ? chosen.widths : remembered,
    (widths) => setChosen({ remembered, widths }),
  ];
}
