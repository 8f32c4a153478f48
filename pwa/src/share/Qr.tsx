import { useMemo } from "preact/hooks";
import encodeQR from "qr";

/** Light modules around the code that readers need (ISO/IEC 18004: four). */
const QUIET = 4;

/** A QR code in black on white, also by night: that is what cameras read. Its words stand beside it. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { side, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** One square for each dark module. */
function drawn(text: string): { side: number; path: string } {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: QUIET });
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { side: rows.length, path: squares.join("") };
}
