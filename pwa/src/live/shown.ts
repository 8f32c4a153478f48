/** Which state is shown: the real one; the exercise's only while it runs and nothing real is in force. */
import type { AlertFacts } from "../alerts/view.ts";
import type { InForce } from "../core/hazard/decision/situation.ts";
import type { HazardKind } from "../core/hazard/kinds.ts";
import type { LayerFacts } from "../core/hazard/live/layers.ts";
import type { SiteStatus } from "../sites/order.ts";

/** What staff told of a site. */
export interface SiteTold {
  readonly status: SiteStatus;
  readonly note: string;
  /** What can be used there now; absent: nothing was told of it. */
  readonly facilities?: readonly string[];
}

/** Everything in force in one state, by id (docs/formats.md 6.3). */
export interface StateFacts {
  readonly alerts: readonly AlertFacts[];
  readonly sites: ReadonlyMap<string, SiteTold>;
  /** How many streets are closed. */
  readonly closedStreets: number;
}

export interface WorldFacts extends StateFacts {
  readonly revision: number;
  /** Hazard maps in force that this phone does not have: what it shows is by older ones. Absent: none. */
  readonly oldLayers?: readonly LayerFacts[];
  /** When the server last knew that nothing was newer. */
  readonly asOfMs: number;
  readonly exercise: (StateFacts & { readonly name: string; readonly startedMs: number }) | null;
}

/** What the page shows of the live state. */
export interface LiveView {
  readonly facts: WorldFacts;
  readonly shown: StateFacts;
  /** Whether what is shown is an exercise: then every screen says so. */
  readonly drill: boolean;
  /** What somebody pretends who rehearses on their own phone (drill/scenario.ts); absent in all news. */
  readonly rehearsed?: Readonly<Partial<Record<HazardKind, InForce>>>;
}

/** A real alert ends the drill on this screen at once. */
export function viewOf(facts: WorldFacts): LiveView {
  const drill = facts.exercise !== null && facts.alerts.length === 0;
  return { facts, shown: drill && facts.exercise ? facts.exercise : facts, drill };
}
