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

type Told = number | Partial<Reach>;

/** A way of so many minutes, or as told. */
function way(told: Told): Reach {
  const own = typeof told === "number" ? { durationS: told * 60, lengthM: told * 70 } : told;
  return { durationS: 600, lengthM: 700, marginS: null, late: false, ...own };
}

function lines(sites: Site[], status: Record<string, SiteStatus> = {}, ways: Record<string, Told> | null = null) {
  const reach = ways && new Map(Object.entries(ways).map(([id, told]) => [id, way(told)]));
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
  expect(told.fit).toStrictEqual(["filling", "open", "unknown"]);
});

test("by the clock the most time left comes first, and what is too late is not among them", () => {
  const ways = { little: { marginS: 60 }, much: { marginS: 900 }, dry: { marginS: null }, late: { late: true } };
  const told = lines([site("little"), site("late"), site("much"), site("dry")], {}, ways);
  expect(told).toStrictEqual({ fit: ["dry", "much", "little"], unfit: ["late late"] });
});

test("each site that nobody is led to has its reason", () => {
  const sites = [site("flood", 0, ["flood"]), site("deep", 7), site("full"), site("closed"), site("cut"), site("ok")];
  const told = lines(sites, { full: "full", closed: "closed" }, { flood: 1, deep: 1, full: 1, closed: 1, ok: 2 });
  expect(told.fit).toStrictEqual(["ok"]);
  expect(told.unfit).toStrictEqual(["full full", "closed closed", "cut way", "deep zone", "flood kind"]);
});

test("before anybody said where they are no way is called missing", () => {
  expect(lines([site("a"), site("b")])).toStrictEqual({ fit: ["a", "b"], unfit: [] });
});
