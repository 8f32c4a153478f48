/** By the clock: the way to take, and the quickest one (hazard/departure/way.py). */
import { CLOSED_DS } from "../../numbers.ts";
import type { OnEdge } from "../../router/place/start.ts";
import { type Goals, goalsByNode, wayToSource } from "../../router/search/guided.ts";
import type { Departures } from "./field.ts";
import type { DepartureRules } from "./rules.ts";
import { beginnings, calmestWay, entry, headOf, isLate, type Rest, type TimedWay, timed } from "./way.ts";

/**
 * The way to take: of those in time and at most the tolerance longer than the quickest of them, the one with the largest
 * margin; if none is in time, the one with the largest margin. Null where no goal can be reached at any time.
 */
export function safestWay(
  departures: Departures,
  place: OnEdge,
  startDs: number,
  rules: DepartureRules,
): TimedWay | null {
  const calm = calmestWay(departures, place, startDs);
  if (calm === null || isLate(calm)) return calm;
  const quick = quickestWay(departures, place, startDs);
  if (quick === null || isNear(calm, quick, rules)) return calm;
  return quick.marginDs === null ? quick : calmestOfNear(departures, place, startDs, quick, rules);
}

function isNear(way: TimedWay, quick: TimedWay, { tolerancePct }: DepartureRules): boolean {
  return way.durationDs * 100 <= quick.durationDs * (100 + tolerancePct);
}

/** A way has a margin of so much exactly if one may begin it so much later: by halving. */
function calmestOfNear(
  departures: Departures,
  place: OnEdge,
  startDs: number,
  quick: TimedWay,
  rules: DepartureRules,
): TimedWay {
  let [best, low] = [quick, 0];
  let high = Math.floor((departures.latest.horizonDs - startDs) / 10);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const found = quickestWay(departures, place, startDs + 10 * middle);
    if (found !== null && isNear(found, quick, rules)) [best, low] = [found, middle];
    else high = middle;
  }
  return timed(departures, best.legs, best.stop, startDs);
}

/** The way that arrives first among those in time; null if there is none. */
export function quickestWay(departures: Departures, place: OnEdge, startDs: number): TimedWay | null {
  let best: TimedWay | null = null;
  for (const { first, part, stop } of beginnings(departures, place)) {
    const rest = stop >= 0 ? { legs: [], stop } : forward(departures, headOf(departures, first), startDs + part);
    if (rest === null) continue;
    const way = timed(departures, [first, ...rest.legs], rest.stop, startDs);
    if (!isLate(way) && (best === null || way.durationDs < best.durationDs)) best = way;
  }
  return best;
}

/** The goals of searches for single ways by node, sorted when first asked for. */
const GOALS = new WeakMap<Departures, Goals>();

function sortedGoals(departures: Departures): Goals {
  const sorted = GOALS.get(departures) ?? goalsByNode(departures.graph.nNodes, departures.goals.sources);
  GOALS.set(departures, sorted);
  return sorted;
}

/** The earliest arrival from a node; where the goal's own street closes before it, without that entry. */
function forward(departures: Departures, node: number, thereDs: number): Rest | null {
  const { graph, durationDs, closingDs, goals } = departures;
  const led = { graph, costDs: durationDs, boundDs: departures.quickDs(), closingDs };
  const costDs = goals.sources.costDs.slice();
  for (let byNode = sortedGoals(departures); ; byNode = goalsByNode(graph.nNodes, { ...goals.sources, costDs })) {
    const way = wayToSource(led, goals.sources, node, thereDs, byNode);
    if (way === null) return null;
    const { last, stop } = entry(departures, way.source);
    if (last.leaveMm === 0 || way.costDs <= (closingDs[last.edge] as number)) {
      const legs = way.edges.map((edge) => ({ edge, enterMm: 0, leaveMm: graph.edgeLengthMm[edge] as number }));
      return { legs: [...legs, last], stop };
    }
    costDs[way.source] = CLOSED_DS; // that entry is no way in any more
  }
}
