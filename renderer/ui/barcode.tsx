import { code128, QUIET_ZONE } from '../../shared/scanning/code-128.ts';

interface BarcodeProps {
  /** Printable ASCII. */
  readonly code: string;
  /** mm. */
  readonly height: number;
}

/** The width of the narrowest bar in mm (13 thousandths of an inch): hand scanners read it from a desk's distance. */
const MODULE = 0.33;

/** A text as a Code 128 barcode, in black with the quiet zones that it needs, as large as scanners want it. */
export function Barcode({ code, height }: BarcodeProps) {
  const widths = code128(code);
  const bars: { readonly at: number; readonly width: number }[] = [];
  let at = QUIET_ZONE;
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) bars.push({ at, width });
    at += width;
  }
  const modules = at + QUIET_ZONE;
  return (
    <svg
      role="img"
      aria-label={`Barcode ${code}`}
      width={`${(modules * MODULE).toFixed(2)}mm`}
      height={`${height}mm`}
      viewBox={`0 0 ${modules} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      {bars.map((bar) => (
        <rect key={bar.at} x={bar.at} y={0} width={bar.width} height={1} fill="black" />
      ))}
    </svg>
  );
}
