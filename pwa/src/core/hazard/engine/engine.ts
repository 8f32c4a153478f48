/** Engine: plans of one region, made when first asked for and then kept (hazard/engine/engine.py). */

import { CLOSED_DS } from "../../numbers.ts";
import { attempt, Damage, expect, type Result } from "../../result.ts";
import type { Guide } from "../../router/place/guide.ts";
import { indexStreets, type SnapIndex } from "../../router/place/snap.ts";
import { CALM, type Conditions, checkConditions } from "../conditions.ts";
import { HAZARD_KINDS, type HazardKind, inOfficialOrder, isHazardKind } from "../kinds.ts";
import type { Outcome } from "../outcome.ts";
import type { Region } from "../region/region.ts";
import { answerAt } from "./answer.ts";
import { areEqual, type Changes, checkChanges, NO_CHANGES } from "./changes.ts";
import { keyOf, makePlan, type Plan } from "./plan.ts";

/** A phone shows one plan at a time; some are kept for going back and forth, fewer where they are large. */
const [MAX_PLANS, MAX_NODES] = [4, 400_000];

/** Answers for one region. */
export class Engine {
  readonly index: SnapIndex;
  /** The region as it was built. */
  readonly built: Region;
  #region: Region;
  readonly #plans = new Map<string, Plan>();
  readonly #most: number;
  #changes = NO_CHANGES;
  #blocked: readonly number[] = [];

  /** `index` is that of the region's streets, where it was made before. */
  constructor(region: Region, index: SnapIndex | null = null) {
    this.built = region;
    this.#region = region;
    this.#most = Math.min(MAX_PLANS, Math.max(1, Math.floor(MAX_NODES / Math.max(1, region.graph.nNodes))));
    this.index = index ?? indexStreets(region.graph);
  }

  /** The region as it is now: as it was built, but for layers that were replaced. */
  get region(): Region {
    return this.#region;
  }

  /** Take over the exposures that hold; plans that were made by others are forgotten. */
  expose(exposures: Region["exposures"]): void {
    const before = this.#region.exposures;
    const same = exposures.size === before.size && [...exposures].every(([kind, one]) => before.get(kind) === one);
    if (same) return;
    this.#region = { ...this.built, exposures };
    this.#plans.clear();
  }

  /** What staff have done to streets and sites. */
  get changes(): Changes {
    return this.#changes;
  }

  /** Take over what staff have done to streets and sites; plans that were handed out stay as they are. */
  change(changes: Changes): Result<null> {
    return attempt(() => {
      checkChanges(changes, this.region.graph);
      if (!areEqual(changes, this.#changes)) this.#changes = changes;
      return null;
    });
  }

  /** The plan for hazards that are active at once, a profile and conditions; order and repetition do not matter. */
  plan(hazards: readonly string[], profile: string, conditions: Conditions = CALM): Result<Plan> {
    return attempt(() => {
      checkConditions(conditions);
      const kinds = asKinds(hazards);
      const walker = this.region.profiles.get(profile);
      const known = [...this.region.profiles.keys()].join(", ");
      expect(walker !== undefined, "profile", "", `one of ${known}`, profile);
      const asked = { kinds, profile: walker, conditions };
      const key = keyOf(asked);
      const kept = this.#plans.get(key) ?? null;
      const holds = kept !== null && kept.changes === this.#changes;
      if (kept === null) this.#makeRoom();
      const plan = holds ? kept : makePlan(this.region, this.index, asked, this.#changes, kept);
      this.#plans.delete(key);
      this.#plans.set(key, plan);
      return this.#blocked.length === 0 ? plan : withBlocked(plan, new Set(this.#blocked));
    });
  }

  /** Edges that nobody may follow, not even who stands on them: somebody there has found them blocked. */
  block(edges: readonly number[]): void {
    this.#blocked = edges;
  }

  /** Forget the plan that was asked for longest ago, before another is made. */
  #makeRoom(): void {
    if (this.#plans.size >= this.#most) this.#plans.delete(this.#plans.keys().next().value as string);
  }

  /** The outcome for a position in degrees. */
  answer(plan: Plan, lon: number, lat: number): Result<Outcome> {
    return attempt(() => {
      const good = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
      expect(good, "position", "", "longitude -180 … 180, latitude -90 … 90", `${lon}, ${lat}`);
      return answerAt(this.region.bbox, this.index, plan, lon, lat);
    });
  }
}

/** The plan for who cannot go on along some edges: closed streets may be left, these only backwards. */
function withBlocked(plan: Plan, edges: ReadonlySet<number>): Plan {
  const kept = (guide: Guide): Guide => {
    const leaveDs = guide.costs.leaveDs.slice();
    for (const edge of edges) leaveDs[edge] = CLOSED_DS;
    return { ...guide, costs: { ...guide.costs, leaveDs } };
  };
  const { guide, dryGuide, amidGuide } = plan;
  return { ...plan, guide: kept(guide), dryGuide: kept(dryGuide), amidGuide: amidGuide && kept(amidGuide) };
}

function asKinds(hazards: readonly string[]): readonly HazardKind[] {
  const strange = hazards.filter((hazard) => !isHazardKind(hazard));
  if (strange.length > 0 || hazards.length === 0) {
    throw new Damage("hazard", "", `one or more of ${HAZARD_KINDS.join(", ")}`, strange.join(", ") || "none");
  }
  return inOfficialOrder(hazards as readonly HazardKind[]);
}
