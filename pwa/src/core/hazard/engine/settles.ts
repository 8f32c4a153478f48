/** The settles of a plan: dry first, and red zones only where there is no other way (hazard/engine/settles.py). */
import { CLOSED_DS } from "../../numbers.ts";
import type { EdgeCosts } from "../../router/costs.ts";
import { type Guide, makeGuide } from "../../router/place/guide.ts";
import type { SnapIndex } from "../../router/place/snap.ts";
import { stopSources } from "../../router/place/stops.ts";
import {
  amidCosts,
  closedWhere,
  type Dryness,
  dryCosts,
  dryFirstCosts,
  entering,
  entryCosts,
  isMarked,
  withClosed,
} from "../costs.ts";
import type { Site } from "../sites.ts";
import { type Changes, withPenalties } from "./changes.ts";

/** What the settles share. */
export interface Ground {
  readonly index: SnapIndex;
  readonly durationDs: Int32Array;
  readonly weightedDs: Int32Array;
  /** By street: known and not dry; never entered by choice; closed. */
  readonly wet: Uint8Array;
  readonly noEntry: Uint8Array;
  readonly closed: Uint8Array;
  readonly sites: readonly Site[];
  readonly changes: Changes;
  /** Whether rules for cars bind. */
  readonly drives: boolean;
}

export interface Guides {
  /** With every wet edge closed: leads those who stand on a dry street. */
  readonly dry: Guide;
  /** With every edge closed that is never entered: leads those in the zone. Null where there are none. */
  readonly amid: Guide | null;
  readonly everybody: Guide;
}

/** Settle twice (docs/decisions/0004-dry-first.md); once between where streets are never entered. */
export function settleDryFirst(ground: Ground): Guides {
  const { durationDs, weightedDs } = ground;
  const { graph } = ground.index;
  const byEdge = (streets: Uint8Array) => spread(streets, graph.edgeStreet);
  const [wetEdge, noEntryEdge, closedEdge] = [byEdge(ground.wet), byEdge(ground.noEntry), byEdge(ground.closed)];
  const guide = (costs: EdgeCosts, entryDs: Int32Array) => settleGuide(ground, closedEdge, costs, entryDs);

  const first = dryCosts(durationDs, weightedDs, union(wetEdge, noEntryEdge));
  const dry = guide(first, first.costDs);
  const dryness: Dryness = { wetEdge, hasDryWay: reached(dry) };
  const entries = entryCosts(graph, weightedDs, dryness);
  const second = dryFirstCosts(graph, durationDs, weightedDs, dryness);
  if (!ground.noEntry.includes(1)) return { dry, amid: null, everybody: guide(second, entries) };

  const between = amidCosts(graph, durationDs, weightedDs, dryness, noEntryEdge);
  const amid = guide(between, closedWhere(entries, isMarked(noEntryEdge)));
  const hasWay = reached(amid);
  const mayNotEnter = (e: number) => noEntryEdge[e] === 1 && hasWay[graph.tail[e] as number] === 1;
  const third = withClosed(second, entering(graph, noEntryEdge, hasWay));
  return { dry, amid, everybody: guide(third, closedWhere(entries, mayNotEnter)) };
}

function settleGuide(ground: Ground, closedEdge: Uint8Array, costs: EdgeCosts, entryDs: Int32Array): Guide {
  const { index, sites, changes, drives } = ground;
  const goals = stopSources(index.graph, closedWhere(entryDs, isMarked(closedEdge)), sites);
  return makeGuide(index.shapes, withClosed(costs, closedEdge), withPenalties(goals, sites, changes), drives);
}

/** Marks the nodes from which a guide leads to a site. */
function reached(guide: Guide): Uint8Array {
  return Uint8Array.from(guide.field.costDs, (cost) => Number(cost < CLOSED_DS));
}

/** Marks of streets as marks of edges. */
function spread(streets: Uint8Array, edgeStreet: Int32Array): Uint8Array {
  return Uint8Array.from(edgeStreet, (street) => streets[street] as number);
}

function union(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((mark, i) => mark | (b[i] as number));
}
