/** Changes: what staff have done to streets and sites since the region was built (hazard/engine/changes.py). */
import { CLOSED_DS } from "../../numbers.ts";
import { expect } from "../../result.ts";
import type { StreetGraph } from "../../router/graph.ts";
import type { StopSources } from "../../router/place/stops.ts";
import type { Site } from "../sites.ts";

export interface Changes {
  /** Numbers of closed streets. */
  readonly closedStreets: readonly number[];
  /** Ids of sites that take nobody. */
  readonly out: ReadonlySet<string>;
  /** What going to a site costs in addition, by its id; absent: nothing. */
  readonly penaltyDs: ReadonlyMap<string, number>;
}

/** The region as it was built. */
export const NO_CHANGES: Changes = { closedStreets: [], out: new Set(), penaltyDs: new Map() };

/** Whether two changes mean the same; streets rise. */
export function areEqual(a: Changes, b: Changes): boolean {
  const sized = a.closedStreets.length === b.closedStreets.length && a.out.size === b.out.size;
  const same = sized && a.closedStreets.every((street, i) => street === b.closedStreets[i]);
  const told =
    a.penaltyDs.size === b.penaltyDs.size && [...a.penaltyDs].every(([id, ds]) => b.penaltyDs.get(id) === ds);
  return same && told && [...a.out].every((id) => b.out.has(id));
}

/** Check changes that were given to us. */
export function checkChanges({ closedStreets, penaltyDs }: Changes, graph: StreetGraph): void {
  const last = graph.nStreets - 1;
  for (const street of closedStreets) {
    const good = Number.isInteger(street) && street >= 0 && street <= last;
    expect(good, "changes", "closed streets", `0 … ${last}`, `${street}`);
  }
  for (const [site, penalty] of penaltyDs) {
    const good = Number.isInteger(penalty) && penalty >= 0 && penalty < CLOSED_DS;
    expect(good, "changes", `penalty of ${site}`, `0 … ${CLOSED_DS - 1} ds`, `${penalty}`);
  }
}

/** Marks the streets that nobody may enter: those closed by staff, and those in `shut`. */
export function closedStreetsOf({ closedStreets }: Changes, shut: Uint8Array): Uint8Array {
  const closed = shut.slice();
  for (const street of closedStreets) closed[street] = 1;
  return closed;
}

/**
 * The sources of stops, the k-th of which stands for the k-th site, with the sites' penalties.
 *
 * Whoever stands on the site's own street is led straight to it without looking at the penalty.
 */
export function withPenalties(goals: StopSources, sites: readonly Site[], { penaltyDs }: Changes): StopSources {
  if (!sites.some(({ id }) => penaltyDs.has(id))) return goals;
  const costDs = goals.sources.costDs.map((cost, entry) => {
    const site = sites[goals.entryStop[entry] as number] as Site;
    return Math.min(cost + (penaltyDs.get(site.id) ?? 0), CLOSED_DS - 1);
  });
  return { ...goals, sources: { node: goals.sources.node, costDs } };
}
