/** Who walks how fast, in integers (router/profiles.py); the numbers come with the region. */
import { asRow, inside, listAt, type Place, type Row, textAt, wholeAt } from "../json.ts";
import { CLOSED_DS } from "../numbers.ts";
import { expect } from "../result.ts";
import { FLAG_OF_NAME, Flag, inclineRank, STEPS_CLASS, widthRank } from "./classes.ts";
import type { StreetGraph } from "./graph.ts";

export interface Profile {
  readonly name: string;
  readonly speedMmS: number;
  /** 0 closes steps. */
  readonly stepsMmS: number;
  readonly unpavedPct: number;
  readonly nightPct: number;
  /** Among others; it holds always. */
  readonly crowdPct: number;
  /** Bands of the average grade uphill: [up to so many per mille, percent of the speed], rising. */
  readonly slope: readonly (readonly [number, number])[];
  readonly closedFlags: number;
  readonly closedClasses: ReadonlySet<number>;
  readonly closedWidthRank: number;
  readonly closedInclineRank: number;
}

/** Read the profiles of `profiles.json` by name. */
export function readProfiles(file: Row, source: string): ReadonlyMap<string, Profile> {
  const at: Place = { source, where: "" };
  wholeAt(file, "version", at, 1, 1);
  const profiles = listAt(file, "profiles", at).map((value, i) => {
    const place = inside(inside(at, "profiles"), i);
    return readProfile(asRow(value, place), place);
  });
  return new Map(profiles.map((profile) => [profile.name, profile]));
}

function readProfile(row: Row, at: Place): Profile {
  const slope = listAt(row, "slope", at).map((band, i) => readBand(band, inside(inside(at, "slope"), i)));
  const rising = slope.every(([upTo], i) => i === 0 || upTo > (slope[i - 1]?.[0] ?? 0));
  expect(slope.length > 0 && rising, at.source, `${at.where}.slope`, "rising bands", "something else");
  return {
    name: textAt(row, "name", at),
    speedMmS: wholeAt(row, "speed_mm_s", at, 1, 100_000),
    stepsMmS: wholeAt(row, "steps_mm_s", at, 0, 100_000),
    unpavedPct: wholeAt(row, "unpaved_pct", at, 1, 100),
    nightPct: wholeAt(row, "night_pct", at, 1, 100),
    crowdPct: "crowd_pct" in row ? wholeAt(row, "crowd_pct", at, 1, 100) : 100,
    slope,
    closedFlags: wholeAt(row, "closed_flags", at, 0, 2 ** 31 - 1),
    closedClasses: new Set(listAt(row, "closed_classes", at).map(Number)),
    closedWidthRank: wholeAt(row, "closed_width_rank", at, 0, 4),
    closedInclineRank: wholeAt(row, "closed_incline_rank", at, 0, 3),
  };
}

function readBand(value: unknown, at: Place): readonly [number, number] {
  const band = { ...(Array.isArray(value) ? value : []) } as Row;
  return [wholeAt(band, "0", at, 0, 2 ** 31), wholeAt(band, "1", at, 1, 100)];
}

/** Whether rules for cars bind: one-way streets, and turns that are banned. */
export function drives(profile: Profile): boolean {
  return (profile.closedFlags & FLAG_OF_NAME.NO_CARS) !== 0;
}

/** How a walk differs from the profile's own: their pace in percent, and whether it is dark. */
export interface Pace {
  readonly pct: number;
  readonly night: boolean;
}

/** The time that every edge takes in deciseconds; `CLOSED_DS` where the profile cannot go. */
export function durations(graph: StreetGraph, profile: Profile, pace: Pace = { pct: 100, night: false }): Int32Array {
  const out = new Int32Array(graph.nEdges);
  const isClosedClass = Uint8Array.from({ length: 256 }, (_, one) => Number(profile.closedClasses.has(one)));
  for (let e = 0; e < out.length; e++) {
    const flags = graph.edgeFlags[e] as number;
    const kind = graph.edgeClass[e] as number;
    const steps = kind === STEPS_CLASS || (flags & Flag.steps) !== 0;
    if (isClosedClass[kind] === 1 || isClosedTo(profile, flags, steps)) {
      out[e] = CLOSED_DS;
      continue;
    }
    const length = graph.edgeLengthMm[e] as number;
    let speed = steps ? profile.stepsMmS : speedOffSteps(profile, flags, graph.edgeClimbCm[e] as number, length);
    if (pace.night) speed = percentOf(speed, profile.nightPct);
    speed = percentOf(percentOf(speed, profile.crowdPct), pace.pct);
    out[e] = Math.min(Math.max(1, Math.floor((length * 10 + speed - 1) / speed)), CLOSED_DS - 1);
  }
  return out;
}

function speedOffSteps(profile: Profile, flags: number, climbCm: number, lengthMm: number): number {
  const speed = flags & Flag.unpaved ? percentOf(profile.speedMmS, profile.unpavedPct) : profile.speedMmS;
  return percentOf(speed, slopePct(profile, climbCm, lengthMm));
}

function slopePct(profile: Profile, climbCm: number, lengthMm: number): number {
  const grade = Math.floor((climbCm * 10_000) / Math.max(1, lengthMm));
  const { slope } = profile;
  let band = 0;
  while (band < slope.length - 1 && grade > (slope[band]?.[0] as number)) band++;
  return slope[band]?.[1] as number;
}

function percentOf(speed: number, pct: number): number {
  return Math.max(1, Math.floor((speed * pct) / 100));
}

function isClosedTo(profile: Profile, flags: number, steps: boolean): boolean {
  const width = widthRank(flags);
  const narrow = width > 0 && width <= profile.closedWidthRank;
  const steep = profile.closedInclineRank > 0 && inclineRank(flags) >= profile.closedInclineRank;
  return (flags & profile.closedFlags) !== 0 || (steps && profile.stepsMmS === 0) || narrow || steep;
}
