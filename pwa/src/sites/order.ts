/** Which sites one can reach, and in which order they are told (UI.md 6): never by distance alone. */
import type { Hazard, Profile } from "../model/hazards.ts";
import { isUsable, type Site, type Thresholds } from "../model/sites.ts";

/** What staff said last about a site; nothing said is unknown, and unknown is never shown as open. */
export type SiteStatus = "open" | "filling" | "full" | "closed" | "unknown";

/** The real way to a site, as the engine found it. */
export interface Reach {
  readonly durationS: number;
  readonly lengthM: number;
  /** Time left by the clock; null where nothing closes, or without times. */
  readonly marginS: number | null;
  /** No way to it is in time. */
  readonly late: boolean;
}

export type Unfit = keyof typeof REASONS;

export interface SiteLine {
  readonly site: Site;
  readonly status: SiteStatus;
  readonly reach: Reach | null;
  /** Outside of the mapped zone of the hazard, inside of it, or not surveyed. */
  readonly stands: "outside" | "inside" | "unknown";
  /** Why nobody is led there; null where one can go. */
  readonly unfit: Unfit | null;
}

/** Who is told first: known to take people, then unknown. */
const RANK: Readonly<Record<SiteStatus, number>> = { open: 0, filling: 0, unknown: 1, full: 2, closed: 2 };
/** Of those that nobody is led to, what may yet change stands first. */
const REASONS = { late: 0, full: 1, closed: 2, way: 3, zone: 4, kind: 5 } as const;
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
  const sorted = lines.sort(
    (a, b) =>
      reasonOf(a) - reasonOf(b) ||
      RANK[a.status] - RANK[b.status] ||
      Number(a.stands !== "outside") - Number(b.stands !== "outside") ||
      marginOf(b) - marginOf(a) ||
      durationOf(a) - durationOf(b) ||
      a.site.name.localeCompare(b.site.name, "ja"),
  );
  return { fit: sorted.filter(({ unfit }) => unfit === null), unfit: sorted.filter(({ unfit }) => unfit !== null) };
}

const reasonOf = ({ unfit }: SiteLine) => (unfit === null ? -1 : REASONS[unfit]);
/** Where nothing closes there is all the time; a number, so that two of them differ by 0. */
const marginOf = ({ reach }: SiteLine) => reach?.marginS ?? Number.MAX_SAFE_INTEGER;
const durationOf = ({ reach }: SiteLine) => reach?.durationS ?? Number.MAX_SAFE_INTEGER;

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
    if (way?.late) return "late";
    return reach !== null && way === null ? "way" : null;
  }
}
