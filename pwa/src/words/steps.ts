/** Steps in words (api/words/steps.py): 「本町通りを西へ 190m」「坂本通りを右へ 300m（橋を渡る）」「松ヶ丘公園に着く」. */
import type { Step } from "../core/router/place/steps.ts";
import { FLAG, wayOf } from "./names.ts";
import type { Words } from "./text.ts";

const REMARKS = ["bridge", "underpass", "ford"] as const;

/** What a step passes. */
export interface Passed {
  /** The street's name; empty where it has none. */
  readonly name: string;
  /** Street classes along the step. */
  readonly classes: readonly number[];
}

/** One instruction; `site` is where the way ends. */
export function stepText(step: Step, { name, classes }: Passed, site: string, words: Words): string {
  if (step.turn === "arrive") return words.say("step.arrive", { site });
  const way = name || words.say(`way.${wayWithoutName(step.flags, classes)}`);
  const [length, compass] = [words.length(step.lengthMm / 1000), words.compass(step.compassDeg)];
  const text = words.say(`step.${step.turn}`, { way, length, compass });
  const remarks = remarksOf(step.flags, name !== "", words).join(words.say("step.between_remarks"));
  return remarks === "" ? text : words.say("step.with_remarks", { text, remarks });
}

function wayWithoutName(flags: number, classes: readonly number[]): string {
  if (flags & FLAG.steps) return "steps";
  const ways = [...new Set(classes.map(wayOf))];
  return ways.length === 1 ? (ways[0] as string) : "road";
}

function remarksOf(flags: number, named: boolean, words: Words): string[] {
  const steps = named && flags & FLAG.steps ? [words.say("remark.steps")] : [];
  return [...steps, ...REMARKS.filter((key) => flags & FLAG[key]).map((key) => words.say(`remark.${key}`))];
}
