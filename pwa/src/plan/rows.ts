/** From the engine's plans to what a household does: in one line for each hazard, and level by level. */
import type { Answer } from "../api/types.ts";
import type { Advice } from "../core/hazard/decision/advice.ts";
import type { HomePlan } from "../engine/messages.ts";
import type { PlainKeyOf, SayIn } from "../i18n/messages.ts";
import type { Hazard } from "../model/hazards.ts";

/** One hazard's plan, with its way in words. */
export interface Planned {
  readonly kind: Hazard;
  readonly plan: HomePlan;
  readonly answer: Answer | null;
  /** Where there is no way: why, in whole sentences. */
  readonly said: string;
}

export type LevelNo = 1 | 2 | 3 | 4 | 5;
/** 5 stands on top, as on the nation's own table. */
export const LEVELS: readonly LevelNo[] = [5, 4, 3, 2, 1];

export interface LevelRow {
  readonly level: LevelNo;
  readonly act: PlainKeyOf<"own">;
  /** Here this household leaves. */
  readonly ours: boolean;
}

/** Hazards for which a household does the same at every level. */
export interface LevelGroup {
  readonly kinds: readonly Hazard[];
  readonly rows: readonly LevelRow[];
  readonly goal: string | null;
  readonly durationS: number | null;
}

const LEAVING: ReadonlySet<Advice> = new Set(["LeaveNow", "HighGround", "TsunamiBuilding"]);

/** The level at which a household leaves; null where it does not. */
export function turnOf({ levels }: Pick<HomePlan, "levels">): LevelNo | null {
  const at = levels.findIndex(({ advice }) => LEAVING.has(advice));
  return at < 0 ? null : ((at + 1) as LevelNo);
}

/** Where a way leads; null where there is none to show. */
export function goalOf({ answer }: Planned, edge: string): string | null {
  return answer?.geometry ? (answer.shelter?.name ?? edge) : null;
}

/** What to do at each level, 5 first. */
export function levelRows(plan: HomePlan): readonly LevelRow[] {
  const turn = turnOf(plan);
  return LEVELS.map((level) => {
    const advice = plan.levels[level - 1]?.advice ?? "Unknown";
    return { level, act: actAt(level, advice, turn, plan.kind === "landslide"), ours: level === turn };
  });
}

function actAt(level: LevelNo, advice: Advice, turn: LevelNo | null, slope: boolean): PlainKeyOf<"own"> {
  if (level === 1) return "plan.lv.family";
  switch (advice) {
    case "StayWhereYouAre":
      return level === 2 ? "plan.lv.pack" : slope ? "plan.lv.staySlope" : "plan.lv.stay";
    case "StayUpstairs":
      return level < 4 ? "plan.lv.supplies" : "plan.lv.up";
    case "Unknown":
      return level === 2 ? "plan.lv.pack" : "plan.lv.unknown";
    case "PrepareToLeave":
      return level === 2 ? "plan.lv.pack" : "plan.lv.ready";
    case "TooLateGoUp":
      if (level < 5) return "plan.lv.noWay";
      return slope ? "plan.lv.lateSlope" : "plan.lv.late";
    default:
      return level === turn ? "plan.lv.leave" : "plan.lv.out";
  }
}

/** How pressing a group is: who leaves comes first, the earlier the sooner; then what is not known. */
function rankOf({ rows }: LevelGroup): number {
  const ours = rows.find(({ ours }) => ours);
  if (ours !== undefined) return ours.level;
  const acts = new Set(rows.map(({ act }) => act));
  if (acts.has("plan.lv.noWay")) return 2;
  return acts.has("plan.lv.unknown") ? 6 : acts.has("plan.lv.up") ? 7 : 8;
}

/** The kinds with levels, put together where all is the same; the most pressing first. */
export function levelGroups(planned: readonly Planned[], edge: string): readonly LevelGroup[] {
  const groups = new Map<string, LevelGroup>();
  for (const one of planned) {
    if (one.plan.levels.length === 0) continue;
    const rows = levelRows(one.plan);
    const leaves = rows.some(({ ours }) => ours);
    const goal = leaves ? goalOf(one, edge) : null;
    const durationS = goal === null ? null : (one.answer?.duration_s ?? null);
    const key = JSON.stringify([rows, goal]);
    const before = groups.get(key);
    groups.set(
      key,
      before ? { ...before, kinds: [...before.kinds, one.kind] } : { kinds: [one.kind], rows, goal, durationS },
    );
  }
  return [...groups.values()].sort((a, b) => rankOf(a) - rankOf(b));
}

/** What to do about one hazard, in a few words. */
export function verdictOf({ kind, plan }: Planned, say: SayIn<"own">): string {
  const { advice } = plan.decision;
  if (advice === "StayWhereYouAre") return say("plan.do.stay");
  if (advice === "StayUpstairs") return say("plan.do.up");
  if (advice === "Unknown") return say("plan.do.unknown");
  if (advice === "TooLateGoUp") return say("plan.do.noWay");
  if (kind === "tsunami") return say("plan.do.tsunami");
  if (kind === "earthquake") return say("plan.do.earthquake");
  if (kind === "large_fire") return say("plan.do.fire");
  if (kind === "volcano") return say("plan.do.volcano", { level: volcanoLevelOf(plan) });
  return say("plan.do.level", { level: turnOf(plan) ?? 4 });
}

function volcanoLevelOf({ decision }: HomePlan): string {
  const code = decision.reasons
    .map(({ code }) => /^volcano_(\d)$/.exec(code)?.[1])
    .find((found) => found !== undefined);
  return code ?? "5";
}

/** The two verdicts that a page of paper begins with: tsunami where it moves people, then the most pressing others. */
export function foremost(planned: readonly Planned[]): readonly Planned[] {
  const pressing = [...planned].sort((a, b) => weightOf(b) - weightOf(a));
  return pressing.slice(0, 2);
}

/** Earthquake and fire come last: where to go is only known on the day. */
function weightOf({ kind, plan }: Planned): number {
  const { urgency } = plan.decision;
  if (kind === "tsunami") return urgency + 0.5;
  if (kind === "earthquake" || kind === "large_fire") return urgency / 100;
  return urgency + (6 - (turnOf(plan) ?? 6)) / 100;
}

/** What a way passes that one would rather know before, each once, as flags of its steps. */
export function passesOf(answer: Answer): readonly ("bridge" | "underpass" | "steps" | "ford")[] {
  const flags = new Set((answer.steps ?? []).flatMap((step) => step.flags));
  return (["bridge", "underpass", "steps", "ford"] as const).filter((flag) => flags.has(flag));
}
