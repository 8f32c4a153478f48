/** Numbers of the file format (docs/formats.md 2.2 and 2.3), as in router/classes.py. */

export const STEPS_CLASS = 12;

/** Bits of `edgeFlags` that the engine looks at. */
export const Flag = { steps: 1 << 0, unpaved: 1 << 9, crossing: 1 << 14 } as const;

const WIDTH_SHIFT = 16;
const INCLINE_SHIFT = 19;

/** The width rank (0 … 4) in a flag word. */
export function widthRank(flags: number): number {
  return (flags >>> WIDTH_SHIFT) & 0b111;
}

/** The incline rank (0 … 3) in a flag word. */
export function inclineRank(flags: number): number {
  return (flags >>> INCLINE_SHIFT) & 0b11;
}
