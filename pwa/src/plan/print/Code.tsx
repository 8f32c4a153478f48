import encodeQR from "qr";

/** An address as a QR code, black on white. It leads to this page and its town, and holds nothing of the household. */
export function Code({ address, words }: { address: string; words: string }) {
  const rows = encodeQR(address, "raw", { ecc: "medium", border: 4 });
  const size = rows.length;
  const d = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg class="code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}

/** Where the code leads: this page, opened for a town. Never a position. */
export function addressFor(area: string, { origin, pathname }: Pick<Location, "origin" | "pathname">): string {
  return `${origin}${pathname}#/now?area=${encodeURIComponent(area)}`;
}
