import { expect, test } from "vitest";
import type { Site, Thresholds } from "../../model/sites.ts";
import { type Reach, type SiteStatus, siteLines } from "../order.ts";

const THRESHOLDS = {
  impassable: { water: {}, tsunami: { adult: { from_m: 0.3 } }, zone: {} },
} as unknown as Thresholds;

function site(id: string, at: number | null = 0, kinds = ["tsunami"]): Site {
  const facts = { name: id, address: "", remarks: "", lon: 0, lat: 0, capacity: null, is_shelter: false };
  return { id, ...facts, kinds, class_at: at === null ? {} : { tsunami: at } };
}

function lines(sites: Site[], status: Record<string, SiteStatus> = {}, minutes: Record<string, number> | null = null) {
  const reach =
    minutes &&
    new Map<string, Reach>(Object.entries(minutes).map(([id, n]) => [id, { durationS: n * 60, lengthM: n * 70 }]));
  const given = { hazard: "tsunami", profile: "adult", thresholds: THRESHOLDS } as const;
  const { fit, unfit } = siteLines({ ...given, sites, reach, status: (id) => status[id] ?? "unknown" });
  return { fit: fit.map(({ site: { id } }) => id), unfit: unfit.map(({ site: { id }, unfit: why }) => `${id} ${why}`) };
}

test("outside of the zone comes first, then the shorter way", () => {
  const told = lines([site("in", 2), site("far"), site("near")], {}, { in: 2, far: 9, near: 3 });
  expect(told).toStrictEqual({ fit: ["near", "far", "in"], unfit: [] });
});

test("what is not known to be open never stands above what is", () => {
  const told = lines(
    [site("unknown"), site("filling"), site("open")],
    { filling: "filling", open: "open" },
    { unknown: 1, filling: 5, open: 9 },
  );
  expect(told.fit).toStrictEqual(["open", "filling", "unknown"]);
});

test("each site that nobody is led to has its reason", () => {
  const sites = [site("flood", 0, ["flood"]), site("deep", 7), site("full"), site("closed"), site("cut"), site("ok")];
  const told = lines(sites, { full: "full", closed: "closed" }, { flood: 1, deep: 1, full: 1, closed: 1, ok: 2 });
  expect(told.fit).toStrictEqual(["ok"]);
  expect(new Set(told.unfit)).toStrictEqual(
    new Set(["cut way", "deep zone", "flood kind", "full full", "closed closed"]),
  );
});

test("before anybody said where they are no way is called missing", () => {
  expect(lines([site("a"), site("b")])).toStrictEqual({ fit: ["a", "b"], unfit: [] });
});
