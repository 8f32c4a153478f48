/** Which sites one can reach, and in which order they are told (UI.md 6): never by distance alone. */
import type { Hazard, Profile } from "../model/hazards.ts";
import { isUsable, type Site, type Thresholds } from "../model/sites.ts";

/** What staff said last about a site; nothing said is unknown, and unknown is never shown as open. */
export type SiteStatus = "open" | "filling" | "full" | "closed" | "unknown";

/** The real way to a site, as the engine found it; null where there is none. */
export interface Reach {
  readonly durationS: number;
  readonly lengthM: number;
}

export interface SiteLine {
  readonly site: Site;
  readonly status: SiteStatus;
  readonly reach: Reach | null;
  /** Outside of the mapped zone of the hazard, inside of it, or not surveyed. */
  readonly stands: "outside" | "inside" | "unknown";
  /** Why nobody is led there; null where one can go. */
  readonly unfit: "kind" | "zone" | "full" | "closed" | "way" | null;
}

/** Who is told first: known to be open, then filling, then unknown. */
const RANK: Readonly<Record<SiteStatus, number>> = { open: 0, filling: 1, unknown: 2, full: 3, closed: 4 };
const UNKNOWN_CLASS = 255;

interface Given {
  readonly sites: readonly Site[];
  readonly hazard: Hazard;
  readonly profile: Profile;
  readonly thresholds: Thresholds;
  readonly status: (id: string) => SiteStatus;
  /** Null: it was not asked yet, or nobody said where they are. */
  readonly reach: ReadonlyMap<string, Reach> | null;
}

/** Sites that one can go to, and those that one cannot, each with the reason. */
export function siteLines(given: Given): { readonly fit: readonly SiteLine[]; readonly unfit: readonly SiteLine[] } {
  const lines = given.sites.map((site) => lineOf(site, given));
  const sorted = [...lines].sort(
    (a, b) =>
      RANK[a.status] - RANK[b.status] ||
      Number(a.stands !== "outside") - Number(b.stands !== "outside") ||
      (a.reach?.durationS ?? Number.POSITIVE_INFINITY) - (b.reach?.durationS ?? Number.POSITIVE_INFINITY) ||
      a.site.name.localeCompare(b.site.name, "ja"),
  );
  return { fit: sorted.filter(({ unfit }) => unfit === null), unfit: sorted.filter(({ unfit }) => unfit !== null) };
}

function lineOf(site: Site, { hazard, profile, thresholds, status, reach }: Given): SiteLine {
  const now = status(site.id);
  const at = site.class_at[hazard] ?? UNKNOWN_CLASS;
  const way = reach?.get(site.id) ?? null;
  const stands = at === UNKNOWN_CLASS ? "unknown" : at === 0 ? "outside" : "inside";
  return { site, status: now, reach: way, stands, unfit: whyNot() };

  function whyNot(): SiteLine["unfit"] {
    if (!site.kinds.includes(hazard)) return "kind";
    if (!isUsable(site, hazard, profile, thresholds)) return "zone";
    if (now === "closed" || now === "full") return now;
    return reach !== null && way === null ? "way" : null;
  }
}
