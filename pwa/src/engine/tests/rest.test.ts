/** The rest of the engine is fetched before what needs it, and by itself after the first answer. */
import { MessageChannel } from "node:worker_threads";
import { beforeEach, expect, test, vi } from "vitest";
import { unpackRegions } from "../../../testing/vectors.ts";
import type { RegionFiles } from "../../core/hazard/region/read.ts";
import { EngineClient } from "../client.ts";
import type { AdviceQuestion, Port } from "../messages.ts";

const DRAWN = new URL("../../../../tests/vectors/drawn.regions.gz", import.meta.url);
const TOWN = new URL("../../../../tests/vectors/town.regions.gz", import.meta.url);
const AREAS = new URL("../../../../tests/vectors/advised.areas.gz", import.meta.url);
const PARTY = { profile: "adult", needs_time: false, stairs: "yes" } as unknown as AdviceQuestion["party"];

/** A new engine without its rest: modules begin anew. */
async function begin() {
  vi.resetModules();
  const { serve } = await import("../serve.ts");
  const { BY_CLOCK } = await import("../../core/hazard/advise/clock.ts");
  const { DRIVE } = await import("../../core/router/place/trace.ts");
  const channel = new MessageChannel();
  serve(channel.port1 as unknown as Port);
  const client = new EngineClient(channel.port2 as unknown as Port);
  const files = unpackRegions(DRAWN).get("detour") as RegionFiles;
  expect(await client.load(files, false)).toMatchObject({ ok: true });
  return { client, BY_CLOCK, DRIVE, close: () => channel.port1.close() };
}
type Begun = Awaited<ReturnType<typeof begin>>;

let begun: Begun;
beforeEach(async () => {
  begun = await begin();
  return begun.close;
});

const AT = { lon: 133.5, lat: 33.5 };

test("a plan on foot needs nothing of it", async () => {
  expect(await begun.client.answer({ ...AT, hazards: ["tsunami"], profile: "adult" })).toMatchObject({ ok: true });
  expect([begun.BY_CLOCK.held, begun.DRIVE.held]).toStrictEqual([null, null]);
  expect(() => begun.BY_CLOCK.need()).toThrow(/not fetched yet/);
});

test("a plan for cars has it", async () => {
  expect(await begun.client.answer({ ...AT, hazards: ["tsunami"], profile: "car" })).toMatchObject({ ok: true });
  expect(begun.DRIVE.held).not.toBeNull();
});

test.each([null, 600])("an advice leads to it: %s s after the start", async (sinceS) => {
  const asked = { ...AT, kinds: ["tsunami"], place: "outdoors", party: PARTY, night: false, sinceS };
  expect(await begun.client.advise(asked as unknown as AdviceQuestion)).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(begun.BY_CLOCK.held).not.toBeNull());
});

const REST = "../../core/hazard/advise/rest.ts";

test("who walks is answered without times where it cannot be fetched, who drives is not", async () => {
  vi.doMock(REST, () => {
    throw new Error("no network");
  });
  const { client, BY_CLOCK } = begun;
  expect(await client.load(timedTown(), false)).toMatchObject({ ok: true });
  const asked = { lon: 141.3, lat: 37.3047, kinds: ["tsunami"], place: "outdoors", party: PARTY, night: false };
  const advise = (more: object) => client.advise({ ...asked, ...more } as unknown as AdviceQuestion);
  try {
    const told = await advise({ sinceS: 600 });
    expect(told).toMatchObject({ ok: true });
    expect(told).toStrictEqual(await advise({ sinceS: null }));
    expect(await advise({ sinceS: 600, party: { ...PARTY, profile: "car" } })).toMatchObject({ ok: false });
    expect(BY_CLOCK.held).toBeNull();

    vi.doUnmock(REST);
    expect(await advise({ sinceS: 600 })).not.toStrictEqual(told);
  } finally {
    vi.doUnmock(REST);
  }
});

/** The town with the times of its scenario. */
function timedTown(): RegionFiles {
  const [town, more] = [unpackRegions(TOWN).get("town"), unpackRegions(AREAS).get("town") as RegionFiles];
  const some = Object.fromEntries(Object.entries(more).filter(([, content]) => content.byteLength > 0));
  return { ...town, ...some } as RegionFiles;
}
