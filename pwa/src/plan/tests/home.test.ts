import { MessageChannel } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unpackRegions } from "../../../testing/vectors.ts";
import { ANYBODY, UNKNOWN_PLACE } from "../../core/hazard/decision/situation.ts";
import { NO_CHANGES } from "../../core/hazard/engine/changes.ts";
import type { RegionFiles } from "../../core/hazard/region/read.ts";
import { EngineClient } from "../../engine/client.ts";
import type { HomePlan, HomeQuestion, Port } from "../../engine/messages.ts";
import { serve } from "../../engine/serve.ts";

const DRAWN = new URL("../../../../tests/vectors/drawn.regions.gz", import.meta.url);
const HOME: HomeQuestion = { lon: 133.5, lat: 33.5, kind: "flood", place: UNKNOWN_PLACE, party: ANYBODY };

let channel: MessageChannel;
let client: EngineClient;

beforeEach(() => {
  channel = new MessageChannel();
  serve(channel.port1 as unknown as Port);
  client = new EngineClient(channel.port2 as unknown as Port);
});

afterEach(() => channel.port1.close());

async function load(name: string): Promise<void> {
  const loaded = await client.load(unpackRegions(DRAWN).get(name) as RegionFiles, true);
  expect(loaded.ok).toBe(true);
}

async function planned(change: Partial<HomeQuestion> = {}): Promise<HomePlan> {
  const plan = await client.home({ ...HOME, ...change });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.value;
}

const leavesAt = ({ levels }: HomePlan) => levels.findIndex(({ advice }) => advice === "LeaveNow") + 1;

test("a household that takes time leaves at level 3, others at 4, nobody at 5", async () => {
  await load("underpasses");
  const quick = await planned();
  const slow = await planned({ party: { ...ANYBODY, profile: "older" } });
  expect([leavesAt(quick), leavesAt(slow)]).toStrictEqual([4, 3]);
  expect([quick.levels[0]?.advice, quick.levels[4]?.advice]).toStrictEqual(["PrepareToLeave", "TooLateGoUp"]);
  expect([quick.decision.advice, quick.decision.way]).toStrictEqual(["LeaveNow", "site"]);
  expect(quick.against?.map(({ code }) => code)).toContain("floor_unknown");
});

test("what has no level has no levels, and what is not mapped says so", async () => {
  await load("two_kinds");
  const volcano = await planned({ kind: "volcano" });
  expect([volcano.levels, volcano.against, volcano.isMapped]).toStrictEqual([[], null, false]);
  expect(volcano.here.worst).toBe("unknown");
});

test("a plan is made by the region as it was published, and changes nothing for who is on a way", async () => {
  await load("closures");
  const now = () => client.answer({ hazards: ["tsunami"], profile: "adult", lon: HOME.lon, lat: HOME.lat });
  const siteNow = async () => {
    const told = await now();
    return told.ok && told.value.outcome.outcome === "Route" ? told.value.outcome.site.id : null;
  };
  await client.change({ ...NO_CHANGES, out: new Set(["S0"]) });
  const before = await siteNow();
  const plan = await planned({ kind: "tsunami" });
  expect(plan.told?.outcome).toMatchObject({ outcome: "Route", site: { id: "S0" } });
  expect(before).not.toBe("S0");
  expect(await siteNow()).toBe(before);
});

test("the streets of a rectangle come with names and exposure, those outside of it do not", async () => {
  await load("names");
  const here = await client.streets({ bbox: [133.4, 33.4, 133.6, 33.6], kind: "tsunami" });
  const away = await client.streets({ bbox: [130, 30, 130.1, 30.1], kind: "tsunami" });
  expect(here.ok && here.value.map(({ name }) => name)).toContain("本町通り");
  expect(here.ok && here.value.every(({ lonE7, latE7 }) => lonE7.length === latE7.length && lonE7.length > 1)).toBe(
    true,
  );
  expect(away).toStrictEqual({ ok: true, value: [] });
});

test("nothing is planned before there is a region", async () => {
  expect((await client.home(HOME)).ok).toBe(false);
});
