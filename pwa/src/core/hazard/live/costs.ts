/** From the real state of a world to what it changes in costs and sources (hazard/live/costs.py). */
import type { StreetGraph } from "../../router/graph.ts";
import type { Changes } from "../engine/changes.ts";

/** What staff said last about a site. */
export type SiteStatus = "open" | "filling" | "full" | "closed";

/** The part of a state that changes routes (docs/formats.md 6.3), by id. */
export interface LiveState {
  readonly closures: Readonly<Record<string, { readonly graph: string; readonly streets: readonly number[] }>>;
  readonly sites: Readonly<Record<string, { readonly status: SiteStatus }>>;
}

/** What a status does to a site: takes it out, or costs more; the numbers and their reasons are in sites.toml. */
const RULES: Readonly<Record<SiteStatus, { readonly out: boolean; readonly penaltyDs: number }>> = {
  open: { out: false, penaltyDs: 0 },
  filling: { out: false, penaltyDs: 6000 },
  full: { out: true, penaltyDs: 0 },
  closed: { out: true, penaltyDs: 0 },
};

/** What a real state changes; closures of another graph, and streets that the graph does not have, are left out. */
export function liveCosts(graph: Pick<StreetGraph, "digest" | "nStreets">, real: LiveState): Changes {
  const placed = Object.values(real.closures).filter((closure) => closure.graph === graph.digest);
  const streets = new Set(placed.flatMap((closure) => closure.streets));
  const told = Object.entries(real.sites).map(([site, { status }]) => ({ site, ...RULES[status] }));
  const dearer = told.filter(({ out, penaltyDs }) => !out && penaltyDs > 0);
  return {
    closedStreets: [...streets].filter((street) => street < graph.nStreets).sort((a, b) => a - b),
    out: new Set(told.filter(({ out }) => out).map(({ site }) => site)),
    penaltyDs: new Map(dearer.map(({ site, penaltyDs }) => [site, penaltyDs])),
  };
}
