/** Names of classes and flags as the file formats number them (docs/formats.md; hazard/kinds.py, router/classes.py). */
import { type ClassKey, keyOfClass } from "../core/hazard/kinds.ts";

/** The key of a class number; what is no class is unknown. */
export function classKey(which: number): ClassKey {
  return keyOfClass(which) ?? "unknown";
}

export const FLAG = {
  steps: 1 << 0,
  bridge: 1 << 1,
  tunnel: 1 << 2,
  underpass: 1 << 3,
  covered: 1 << 4,
  unlit: 1 << 6,
  ford: 1 << 8,
  unpaved: 1 << 9,
  handrail: 1 << 10,
  ramp: 1 << 11,
  incline_up: 1 << 15,
} as const;

/** Names of the flags that are set, in the order in which a walker is told. */
export function flagNames(flags: number): string[] {
  return Object.entries(FLAG).flatMap(([name, bit]) => (flags & bit ? [name] : []));
}

const WAY_OF_CLASS: Readonly<Record<number, string>> = {
  8: "track",
  9: "footway",
  10: "footway",
  11: "path",
  14: "path",
};

/** How a street of this class without a name is called. */
export function wayOf(streetClass: number): string {
  return WAY_OF_CLASS[streetClass] ?? "road";
}
