/** What a rehearsal pretends: an order, a warning or levels one after the other, as the screens show news. */
import type { AlertFacts } from "../alerts/view.ts";
import { isLevelled } from "../core/hazard/decision/rules/standing.ts";
import { type InForce, NOTHING_KNOWN } from "../core/hazard/decision/situation.ts";
import type { Mark } from "../icons/LevelMark.tsx";
import type { LiveView, StateFacts } from "../live/shown.ts";
import type { Hazard } from "../model/hazards.ts";

/** Official words, exactly, with their mark. */
export interface OfficialWord {
  readonly mark: Mark;
  readonly name: string;
}

export interface Stage {
  readonly force: InForce;
  /** The town's 警戒レベル; null for what has none. */
  readonly level: number | null;
  readonly official: readonly OfficialWord[];
}

const ORDER: OfficialWord = { mark: "order", name: "避難指示" };
const WARNING: OfficialWord = { mark: "major_warning", name: "大津波警報" };
const LEVELS: readonly Stage[] = [
  levelled(3, "警戒レベル3 高齢者等避難"),
  levelled(4, "警戒レベル4 避難指示"),
  levelled(5, "警戒レベル5 緊急安全確保"),
];

/** What comes, in its order: one stage where everything comes at once. */
export function stagesOf(hazard: Hazard): readonly Stage[] {
  if (isLevelled(hazard)) return LEVELS;
  if (hazard === "tsunami") {
    const force = { ...NOTHING_KNOWN, tsunami: "major_warning", order: true } as const;
    return [{ force, level: null, official: [WARNING, ORDER] }];
  }
  const event = hazard === "earthquake" || hazard === "large_fire";
  return [{ force: { ...NOTHING_KNOWN, order: true, event }, level: null, official: [ORDER] }];
}

function levelled(level: 3 | 4 | 5, name: string): Stage {
  const force = { ...NOTHING_KNOWN, town_level: level };
  return { force, level, official: [{ mark: String(level) as Mark, name }] };
}

interface Given {
  readonly hazard: Hazard;
  readonly stage: number;
  /** When the clock began: for tsunami, the earthquake. */
  readonly startedMs: number;
  /** Sites as they really are; null where that is not known. */
  readonly sites: StateFacts["sites"] | null;
}

/** The stage as the screens show news: always as an exercise, and nothing of it is real. */
export function viewOfStage({ hazard, stage, startedMs, sites }: Given): LiveView {
  const { level = null, force } = stagesOf(hazard)[stage] ?? {};
  const at = new Date(startedMs).toISOString();
  const alert: AlertFacts = {
    id: `rehearsal ${stage}`,
    kinds: [hazard],
    level,
    extent: { towns: [] },
    text: {},
    until: null,
    source: "",
    issued_at: at,
    updated_at: at,
    edition: 1,
  };
  const calm = { alerts: [], sites: sites ?? new Map(), closedStreets: 0 };
  const shown = { ...calm, alerts: [alert] };
  const facts = { ...calm, revision: stage, asOfMs: startedMs, exercise: { ...shown, name: "", startedMs } };
  return { facts, shown, drill: true, rehearsed: force === undefined ? {} : { [hazard]: force } };
}

/** Whether something real is in force: it ends every rehearsal, and none begins. */
export function isReal(live: LiveView | null): boolean {
  return live !== null && live.facts.alerts.length > 0;
}
