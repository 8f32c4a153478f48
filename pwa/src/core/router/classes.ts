/** Numbers of the file format (docs/formats.md 2.2 and 2.3), as in router/classes.py. */

/** Street classes by the names that tables use. */
export const CLASS_OF_NAME = {
  TRUNK: 1,
  PRIMARY: 2,
  SECONDARY: 3,
  TERTIARY: 4,
  RESIDENTIAL: 5,
  LIVING_STREET: 6,
  SERVICE: 7,
  TRACK: 8,
  PEDESTRIAN: 9,
  FOOTWAY: 10,
  PATH: 11,
  STEPS: 12,
  CYCLEWAY: 13,
  BRIDLEWAY: 14,
  OTHER: 15,
} as const;

export const STEPS_CLASS = CLASS_OF_NAME.STEPS;

/** Bits of `edgeFlags` by the names that tables use. */
export const FLAG_OF_NAME = {
  STEPS: 1 << 0,
  BRIDGE: 1 << 1,
  TUNNEL: 1 << 2,
  UNDERPASS: 1 << 3,
  COVERED: 1 << 4,
  LIT: 1 << 5,
  UNLIT: 1 << 6,
  NO_CARS: 1 << 7,
  FORD: 1 << 8,
  UNPAVED: 1 << 9,
  HANDRAIL: 1 << 10,
  RAMP: 1 << 11,
  WHEELCHAIR_NO: 1 << 12,
  WHEELCHAIR_YES: 1 << 13,
  CROSSING: 1 << 14,
  INCLINE_UP: 1 << 15,
  RIVERSIDE: 1 << 21,
  RAISED_KERB: 1 << 22,
} as const;

/** Bits of `edgeFlags` that the engine itself looks at. */
export const Flag = {
  steps: FLAG_OF_NAME.STEPS,
  unpaved: FLAG_OF_NAME.UNPAVED,
  crossing: FLAG_OF_NAME.CROSSING,
} as const;

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
