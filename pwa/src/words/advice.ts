/** What to do and what not to do, for each outcome (api/words/advice.py). Unknown is unknown, dry is not called safe. */
import { CLASS_OF_KEY, DRY, type HazardKind, UNKNOWN, WATER } from "../core/hazard/kinds.ts";
import type { NoSafeRoute, Outcome, Route } from "../core/hazard/outcome.ts";
import { type Asked, direction } from "./answer.ts";
import { classKey } from "./names.ts";
import type { Words } from "./text.ts";

type Sentences = Generator<string, void>;

/** The outcome in a few words. */
export function headline(outcome: Outcome, asked: Asked, words: Words): string {
  switch (outcome.outcome) {
    case "Route": {
      const how = asked.profile === "car" ? "route_by_car" : "route_on_foot";
      const key = outcome.startClass === DRY ? "route_from_dry" : how;
      return words.say(`headline.${key}`, { site: outcome.site.name });
    }
    case "NoSafeRoute":
      return words.say("headline.no_safe_route");
    case "OutsideRegion":
      return words.say("headline.outside_region");
    case "NoRoadNearby":
      return words.say("headline.no_road_nearby");
  }
}

/** Whole sentences: what to do, what not to do, and what is not known. */
export function advice(outcome: Outcome, asked: Asked, words: Words): string {
  const fictional = asked.fictional ? [words.say("advice.fictional")] : [];
  return words.sentences([...sentencesOf(outcome, asked, words), ...fictional]);
}

function sentencesOf(outcome: Outcome, asked: Asked, words: Words): Iterable<string> {
  switch (outcome.outcome) {
    case "Route":
      return outcome.startClass === DRY ? fromDry(outcome, asked, words) : fromWet(outcome, asked, words);
    case "NoSafeRoute":
      return withoutRoute(outcome, asked, words);
    case "OutsideRegion":
      return [words.say("advice.outside_region", { region: asked.regionName })];
    case "NoRoadNearby":
      return [words.say("advice.no_road_nearby", { length: words.length(outcome.limitM) })];
  }
}

function* fromDry(route: Route, asked: Asked, words: Words): Sentences {
  yield* standing(route, asked, words);
  const key = asked.profile === "car" ? "advice.if_told_by_car" : "advice.if_told";
  yield words.say(key, { site: route.site.name });
  yield* each("mind", asked.kinds, words);
  yield* steep(route, words);
}

function* fromWet(route: Route, asked: Asked, words: Words): Sentences {
  yield words.say(asked.profile === "car" ? "advice.go_by_car" : "advice.go_on_foot", { site: route.site.name });
  yield* each("go", asked.kinds, words);
  yield* each("mind", asked.kinds, words);
  yield* standing(route, asked, words);
  const wetM = Object.entries(route.exposure)
    .filter(([key]) => key !== "dry" && key !== "unknown")
    .reduce((sum, [, metres]) => sum + metres, 0);
  if (wetM > 0) {
    yield words.say("advice.route_wet", { length: words.length(wetM), zone: zoneOf(route, asked, words) });
  }
  if (route.unknownM > 0 && route.layersMissing.length === 0) {
    yield words.say("advice.route_unknown", { length: words.length(route.unknownM) });
  }
  yield* steep(route, words);
}

/** What cannot be passed alone. */
function* steep({ steepM }: Route, words: Words): Sentences {
  if (steepM > 0) yield words.say("advice.route_steep", { length: words.length(steepM) });
}

/** The sentences of every kind, each once; water from the sea leaves least time and is told first. */
function each(group: "go" | "mind", kinds: readonly HazardKind[], words: Words): Set<string> {
  const ordered = [...kinds].sort((a, b) => Number(a !== "tsunami") - Number(b !== "tsunami"));
  return new Set(ordered.map((kind) => words.say(`${group}.${kind}`)));
}

function* withoutRoute(outcome: NoSafeRoute, asked: Asked, words: Words): Sentences {
  const zone = zoneOf(outcome, asked, words);
  if (outcome.reason === "no_dry_way") {
    yield words.say("advice.no_dry_way", { zone });
  } else {
    const isApart = outcome.reason === "not_connected" && asked.profile === "wheelchair";
    yield words.say(isApart ? "advice.not_connected_on_wheels" : `advice.${outcome.reason}`);
    yield* standing(outcome, asked, words);
  }
  const ground = outcome.dryGround;
  if (ground && ground.lengthM > 0) {
    const [length, compass] = [words.length(ground.lengthM), direction(asked, ground, words)];
    yield words.say("advice.dry_ground", { zone, length, compass });
  }
  if (asked.kinds.some((kind) => WATER.has(kind))) yield words.say("advice.higher");
  if (asked.kinds.includes("landslide")) yield words.say("advice.away_from_slope");
  yield words.say("advice.ask");
}

/** What is known about the place where one stands. */
function* standing(outcome: Route | NoSafeRoute, asked: Asked, words: Words): Sentences {
  const { startClass, layersMissing } = outcome;
  const zone = zoneOf(outcome, asked, words);
  for (const kind of layersMissing) {
    yield words.say("advice.layer_missing", { hazard: words.say(`hazard.${kind}`) });
  }
  if (startClass === DRY) yield words.say("advice.start_dry", { zone });
  else if (startClass !== UNKNOWN) yield words.say("advice.start_wet", { zone, class: classWord(startClass, words) });
  else if (layersMissing.length === 0) yield words.say("advice.start_unknown");
}

/** What the mapped area of the kinds with a layer is called. */
function zoneOf({ layersMissing }: Route | NoSafeRoute, { kinds }: Asked, words: Words): string {
  const mapped = kinds.filter((kind) => !layersMissing.includes(kind));
  const watery = new Set((mapped.length > 0 ? mapped : kinds).map((kind) => WATER.has(kind)));
  return words.say(watery.size === 2 ? "zone.both" : watery.has(true) ? "zone.water" : "zone.zone");
}

/** Metres in the key of a class, as in `0.1-0.2m`. */
const DEPTH = /[\d.,]+/g;

/** What an exposure class is called; depths are told as depths. */
function classWord(which: number, words: Words): string {
  const key = classKey(which);
  if (which <= CLASS_OF_KEY.dry || which > CLASS_OF_KEY.over_20m) return words.say(`class.${key}`);
  const [a = "", b = a] = key.replaceAll(".", words.say("about.decimal")).match(DEPTH) ?? [];
  const how = key.startsWith("under") ? "under" : key.startsWith("over") ? "over" : "between";
  return words.say("class.depth", { class: words.say(`class.${how}`, { a, b }) });
}
