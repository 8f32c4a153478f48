import { describe, expect, it } from "vitest";
import type { RegionSummary } from "../../api/types.ts";
import type { LiveView } from "../../live/shown.ts";
import { adviceQuestion } from "../ask.ts";
import { initialState, reduce, type State, wantedArea } from "../state.ts";

const summary = (id: string, west: number) =>
  ({ id, name: id, profiles: ["adult"], bbox: [west, 0, west + 1, 1] }) as unknown as RegionSummary;
const [HOME, WORK] = [summary("home", 0), summary("work", 10)];
const pack = { hazards: [], classes: {}, layerFiles: {}, tiles: null };
const table = { sites: [], thresholds: { impassable: { water: {}, tsunami: {}, zone: {} } } };
const ready = (region: RegionSummary) => ({ type: "ready", region, pack, table, revision: region.id }) as const;
const kept = (...regions: RegionSummary[]) =>
  ({ type: "regions", kept: regions.map((region) => ({ region, bytes: 1 })) }) as const;
const at = (lon: number) => ({ type: "origin", origin: { how: "map", point: { lon, lat: 0.5 } } }) as const;
const hazard = { type: "hazard", hazard: "flood" } as const;

const given = (...actions: Parameters<typeof reduce>[1][]): State => actions.reduce(reduce, initialState("ja"));

describe("with several regions", () => {
  it("the one in which the place lies answers, once it is open", () => {
    const asked = given(ready(HOME), kept(HOME, WORK), hazard, at(10.5));
    expect(wantedArea(asked)).toBe("work");
    expect(adviceQuestion(asked)).toBeNull();
    const open = reduce(asked, ready(WORK));
    expect(wantedArea(open)).toBeNull();
    expect(adviceQuestion(open)?.regionName).toBe("work");
  });

  it("the one in use answers for its own places, and for places where none is kept", () => {
    expect(wantedArea(given(ready(HOME), kept(HOME, WORK), hazard, at(0.5)))).toBeNull();
    const nowhere = given(ready(HOME), kept(HOME, WORK), hazard, at(50));
    expect([wantedArea(nowhere), adviceQuestion(nowhere)?.regionName]).toStrictEqual([null, "home"]);
    expect(wantedArea(given(ready(HOME), kept(HOME), hazard, at(10.5)))).toBeNull();
  });

  it("one is chosen by hand, and then nothing is asked about the place before", () => {
    const chosen = given(ready(HOME), kept(HOME, WORK), hazard, at(0.5), { type: "area", area: "work" });
    expect([wantedArea(chosen), chosen.origin]).toStrictEqual(["work", null]);
    const open = reduce(chosen, ready(WORK));
    expect([wantedArea(open), open.area]).toStrictEqual([null, null]);
  });

  it("one that is not kept any more is not waited for", () => {
    const chosen = given(ready(HOME), kept(HOME, WORK), { type: "area", area: "work" }, kept(HOME));
    expect(wantedArea(chosen)).toBeNull();
  });

  it("news of one are none of another, and neither are streets that were blocked there", () => {
    const before = {
      ...given(ready(HOME), { type: "closeHere", closed: { street: 1, edge: 2 } }),
      live: {} as LiveView,
      news: "here",
    } as const;
    const open = reduce(before, ready(WORK));
    expect([open.live, open.news, open.closedHere]).toStrictEqual([null, "unasked", []]);
    expect(reduce(before, ready(HOME)).live).toBe(before.live);
  });
});
