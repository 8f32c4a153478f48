import { describe, expect, test } from "vitest";
import { readVector, unpackRegions } from "../../../testing/vectors.ts";
import type { HazardKind } from "../../core/hazard/kinds.ts";
import type { RegionFiles } from "../../core/hazard/region/read.ts";
import type { Told } from "../../engine/messages.ts";
import { serve } from "../../engine/serve.ts";
import { advice, headline } from "../advice.ts";
import { answerOf } from "../answer.ts";
import { allWordsIn, type WordsLang } from "../text.ts";

interface Expected {
  readonly starts: [number, number][];
  readonly told: { kinds: string; profile: string; lang: WordsLang; answers: Record<string, unknown>[] }[];
}

const VECTORS = new URL("../../../../tests/vectors/", import.meta.url);
const WANTED = readVector<Record<string, Expected>>("texts.json.gz");
const PACKS = ["drawn.regions.gz", "town.regions.gz"].map((name) => unpackRegions(new URL(name, VECTORS)));

describe("the phone says what the server says", () => {
  for (const [name, wanted] of Object.entries(WANTED)) {
    test(name, async () => {
      const files = PACKS.map((pack) => pack.get(name)).find((found) => found !== undefined);
      await say(files as RegionFiles, wanted);
    });
  }
});

type Ask = (name: string, given: unknown) => Promise<unknown>;

/** The engine without its worker. */
async function engineOf(files: RegionFiles): Promise<Ask> {
  let answered: (result: unknown) => void = () => undefined;
  let ask: (event: { data: unknown }) => void = () => undefined;
  serve({
    postMessage: (message) => answered((message as { result: unknown }).result),
    addEventListener: (_, listener) => {
      ask = listener;
    },
  });
  const call: Ask = (name, given) =>
    new Promise((resolve) => {
      answered = resolve;
      ask({ data: { id: 1, name, given } });
    });
  expect(await call("load", { files, hashed: false })).toMatchObject({ ok: true });
  return call;
}

async function say(files: RegionFiles, { starts, told }: Expected): Promise<void> {
  const call = await engineOf(files);
  const manifest = JSON.parse(new TextDecoder().decode(files["manifest.json"]));
  for (const { kinds, profile, lang, answers } of told) {
    const words = await allWordsIn(lang);
    const hazards = kinds.split(",") as HazardKind[];
    for (const [i, [lon, lat]] of starts.slice(0, answers.length).entries()) {
      const result = (await call("answer", { hazards, profile, lon, lat })) as { ok: true; value: Told };
      const asked = { kinds: hazards, profile, regionName: manifest.name, fictional: manifest.fictional, lon, lat };
      const { outcome } = result.value;
      const sentences = { advice: advice(outcome, asked, words), headline: headline(outcome, asked, words) };
      const answer: Record<string, unknown> = { ...answerOf(result.value, asked, words), ...sentences };
      const wanted = answers[i] as Record<string, unknown>;
      const said = Object.fromEntries(Object.keys(wanted).map((key) => [key, answer[key]]));
      expect(said, `${kinds} ${profile} ${lang} start ${i}`).toStrictEqual(wanted);
      expect(answer["steps"] === null).toBe(!("steps" in wanted));
    }
  }
}

test("why it was decided so is said in every language, by code", async () => {
  const told = await Promise.all((["ja", "en", "vi"] as const).map(allWordsIn));
  expect(told.map((words) => words.say("note.do_not_drive"))).toEqual([
    "車で出ない",
    "do not drive",
    "không đi bằng ô tô",
  ]);
  expect(() => told[0]?.say("label.to")).toThrow(); // the command line's own
});
