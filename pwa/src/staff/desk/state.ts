import type { World } from "../api.ts";

type InForce = World["real"];

/** What is in force in the state that the page works on: in a drill only the exercise's, and nothing before it begins. */
export function stateOf({ real, exercise }: World, drill: boolean | null): InForce {
  if (!drill) return real;
  return exercise?.state ?? { ...real, alerts: {}, closures: [], sites: real.sites.map(untold) };
}

function untold(site: InForce["sites"][number]): InForce["sites"][number] {
  return { ...site, status: null, people: null, note: "", facilities: [], told_at: null };
}
