/** The settles of a plan: dry first, and red zones only where there is no other way (hazard/engine/settles.py). */
import { CLOSED_DS } from "../../numbers.ts";
import { type Guide, makeGuide } from "../../router/place/guide.ts";
import type { SnapIndex, Ways } from "../../router/place/snap.ts";
import { stopSources, stopsAt } from "../../router/place/stops.ts";
import { closedOn, heldBack, isBarred } from "../costs.ts";
import type { Combined } from "../exposure.ts";
import type { Site } from "../sites.ts";
import { type Changes, withPenalties } from "./changes.ts";

/** What the plans of one question share, whatever staff have changed. */
export interface Ground {
  readonly index: SnapIndex;
  readonly combined: Combined;
  readonly ways: Ways;
  readonly durationDs: Int32Array;
  readonly weightedDs: Int32Array;
  /** By street: known and not dry; never entered by choice; entered by nobody under these conditions. */
  readonly wet: Uint8Array;
  readonly noEntry: Uint8Array;
  readonly shut: Uint8Array;
  /** By street: its grade is told to the profile. */
  readonly steep: Uint8Array;
  /** Costs of leaving: with every wet street closed and those that are never entered, and with the latter alone. */
  readonly dryLeaveDs: Int32Array;
  readonly amidLeaveDs: Int32Array;
  /** Whether rules for cars bind. */
  readonly drives: boolean;
  /** The least exposed ways to streets known to be dry, settled when first asked for; closures do not matter to them. */
  readonly toDryGround: () => Guide;
}

/** What staff have made of it. */
export interface Standing {
  readonly sites: readonly Site[];
  /** By street: nobody enters. */
  readonly closed: Uint8Array;
  readonly changes: Changes;
}

export interface Guides {
  /** With every wet edge closed: leads those who stand on a dry street. */
  readonly dry: Guide;
  /** With every edge closed that is never entered: leads those in the zone. Null where there are none. */
  readonly amid: Guide | null;
  readonly everybody: Guide;
}

type CostOf = (edge: number) => number;

/**
 * Settle twice (docs/decisions/0004-dry-first.md); once between where streets are never entered.
 *
 * @param before The guides of another state of the same ground: fields are repaired where little has changed.
 */
export function settleDryFirst(ground: Ground, standing: Standing, before: Guides | null): Guides {
  const { weightedDs, wet, noEntry, dryLeaveDs, amidLeaveDs } = ground;
  const { graph } = ground.index;
  const stops = stopsAt(standing.sites);
  const guide = (costDs: Int32Array, leaveDs: Int32Array, entryDs: CostOf, old: Guide | null | undefined) => {
    const { closed, sites, changes } = standing;
    const isClosed = (edge: number) => closed[graph.edgeStreet[edge] as number] === 1;
    const goals = stopSources(graph, (edge) => (isClosed(edge) ? CLOSED_DS : entryDs(edge)), stops);
    const costs = { costDs: closedOn(graph, costDs, closed), durationDs: ground.durationDs, leaveDs };
    return makeGuide(ground.index.shapes, costs, withPenalties(goals, sites, changes), ground.drives, old ?? null);
  };

  const dry = guide(dryLeaveDs, dryLeaveDs, (edge) => dryLeaveDs[edge] as number, before?.dry);
  const offDry = { barred: wet, wayDs: dry.field.costDs };
  const entryDs = (edge: number) => (isBarred(graph, edge, offDry) ? CLOSED_DS : (weightedDs[edge] as number));
  const second = heldBack(graph, weightedDs, offDry);
  if (!noEntry.includes(1))
    return { dry, amid: null, everybody: guide(second, weightedDs, entryDs, before?.everybody) };

  const mayEnter = (edge: number) => noEntry[graph.edgeStreet[edge] as number] !== 1;
  const between = heldBack(graph, amidLeaveDs, offDry);
  const amid = guide(between, amidLeaveDs, (edge) => (mayEnter(edge) ? entryDs(edge) : CLOSED_DS), before?.amid);
  const offAmid = { barred: noEntry, wayDs: amid.field.costDs };
  const lastDs = (edge: number) => (isBarred(graph, edge, offAmid) ? CLOSED_DS : entryDs(edge));
  const everybody = guide(heldBack(graph, second, offAmid), weightedDs, lastDs, before?.everybody);
  return { dry, amid, everybody };
}
