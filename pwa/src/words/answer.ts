/** From an outcome of the phone's engine to the answer that the API would give (api/answers.py), but for its sentences. */
import type { Answer, Step } from "../api/types.ts";
import type { HazardKind } from "../core/hazard/kinds.ts";
import type { DryGround, NoSafeRoute, Route } from "../core/hazard/outcome.ts";
import type { Told } from "../engine/messages.ts";
import { classKey, flagNames } from "./names.ts";
import { stepText } from "./steps.ts";
import type { Words } from "./text.ts";

/** What the sentences are about besides the outcome. */
export interface Asked {
  readonly kinds: readonly HazardKind[];
  readonly profile: string;
  readonly regionName: string;
  readonly fictional: boolean;
  readonly lon: number;
  readonly lat: number;
}

const NOTHING = {
  shelter: null,
  duration_s: null,
  length_m: null,
  cost_ds: null,
  exposure: null,
  geometry: null,
  steps: null,
  unknown_m: null,
  steep_m: null,
  reason: null,
  start: null,
  dry_ground: null,
  layers_missing: [],
} as const;

/** What is told to somebody who asked. */
export function answerOf(told: Told, asked: Asked, words: Words): Answer {
  const { outcome } = told;
  return {
    ...NOTHING,
    layers_missing: [],
    outcome: outcome.outcome,
    hazard: asked.kinds.join(),
    profile: asked.profile,
    lang: words.lang,
    ...(outcome.outcome === "Route" ? ofRoute(outcome, told, words) : {}),
    ...(outcome.outcome === "NoSafeRoute" ? ofNoRoute(outcome, asked, words) : {}),
  } as Answer;
}

/** The compass word from the position asked for to dry ground. */
export function direction(asked: Asked, ground: DryGround, words: Words): string {
  const east = (ground.lonE7 / 1e7 - asked.lon) * Math.cos((asked.lat * Math.PI) / 180);
  const bearing = (Math.atan2(east, ground.latE7 / 1e7 - asked.lat) * 180) / Math.PI;
  return words.compass((bearing + 360) % 360);
}

function ofRoute(route: Route, told: Told, words: Words): Partial<Answer> {
  const { id, name, address, lon, lat } = route.site;
  const line = route.lonE7.map((lonE7, i) => [lonE7 / 1e7, (route.latE7[i] as number) / 1e7]);
  const [startLon = 0, startLat = 0] = line[0] ?? [];
  return {
    shelter: { id, name, address, lon, lat },
    duration_s: route.durationS,
    length_m: route.lengthM,
    cost_ds: route.costDs,
    exposure: route.exposure as Record<string, number>,
    geometry: { type: "LineString", coordinates: line },
    steps: stepsOf(route.steps, told, name, words),
    unknown_m: route.unknownM,
    steep_m: route.steepM,
    start: startOf(startLon, startLat, route),
    layers_missing: [...route.layersMissing],
  };
}

/** Instructions in words; `goal` is where the way ends. */
export function stepsOf(
  steps: Route["steps"],
  { names, classes }: Pick<Told, "names" | "classes">,
  goal: string,
  words: Words,
): Step[] {
  return steps.map((step, i) => {
    const name = names.get(step.name) ?? "";
    return {
      text: stepText(step, { name, classes: classes[i] ?? [] }, goal, words),
      length_m: Math.floor((step.lengthMm + 500) / 1000),
      street: name === "" ? null : name,
      turn: step.turn,
      lon: step.lonE7 / 1e7,
      lat: step.latE7 / 1e7,
      flags: flagNames(step.flags),
    };
  });
}

function ofNoRoute(outcome: NoSafeRoute, asked: Asked, words: Words): Partial<Answer> {
  const { start, dryGround: ground } = outcome;
  return {
    reason: outcome.reason,
    start: startOf(start.lonE7 / 1e7, start.latE7 / 1e7, outcome),
    dry_ground: ground && {
      lon: ground.lonE7 / 1e7,
      lat: ground.latE7 / 1e7,
      length_m: ground.lengthM,
      direction: ground.lengthM > 0 ? direction(asked, ground, words) : null,
    },
    layers_missing: [...outcome.layersMissing],
  };
}

function startOf(lon: number, lat: number, outcome: Route | NoSafeRoute) {
  return { lon, lat, distance_m: outcome.startDistanceMm / 1000, exposure: classKey(outcome.startClass) };
}
