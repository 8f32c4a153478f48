/** Canonical JSON (docs/formats.md 6): the same bytes as every host and phone. */

/** JSON with keys sorted by their bytes, without spaces; numbers must be whole. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  // An object would put names like "17" first, whatever their order: so the text is written by hand.
  const entries = Object.entries(value).sort(([a], [b]) => compareBytes(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
}

/** The order of the UTF-8 bytes: that of code points, which is not that of 16-bit units beyond U+FFFF. */
function compareBytes(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [x, y] = [rankOf(a.charCodeAt(i)), rankOf(b.charCodeAt(i))];
    if (x !== y) return x - y;
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others. */
function rankOf(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
