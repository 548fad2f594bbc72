/** Tops of a scale whose half is a whole number too, for the line in the middle; by powers of ten. */
const TOPS = [2, 4, 6, 8, 10];

/** The lowest round number that no value exceeds, even, at least 2. */
export function topOfScale(values: readonly number[]): number {
  const most = values.reduce((one, other) => Math.max(one, other), 2);
  let unit = 1;
  while (most > unit * 10) unit *= 10;
  return (TOPS.find((top) => top * unit >= most) ?? 10) * unit;
}
