/** From what is typed to a draft, and the other way round. Pure. */
import type { AlertRecord, DraftRequest } from "../api.ts";
import { japanese, momentOf } from "../i18n/say.ts";

export type Level = "3" | "4" | "5" | "none";
export type Where = "all" | "zones" | "towns" | "meshes" | "drawn";
export type Grade = "major_warning" | "warning" | "advisory";
export type Kind = DraftRequest["kinds"][number];

/** What stands in the form. */
export interface Typed {
  readonly kinds: readonly Kind[];
  readonly level: Level | null;
  readonly grade: Grade | null;
  /** null: not chosen yet. Nothing is sent to everybody by default. */
  readonly where: Where | null;
  readonly towns: string;
  readonly meshes: string;
  readonly points: string;
  readonly until: string;
  readonly source: string;
  readonly note: string;
  readonly replaces: string | null;
}

export const EMPTY: Typed = {
  kinds: [],
  level: null,
  grade: null,
  where: null,
  towns: "",
  meshes: "",
  points: "",
  until: "",
  source: "",
  note: "",
  replaces: null,
};

/** Kinds that have a 警戒レベル. */
export const LEVELLED: ReadonlySet<Kind> = new Set<Kind>(["flood", "landslide", "storm_surge", "inland_flood"]);

/** What is still to be said before a draft can be saved. An area that was begun never means the whole. */
export type Lack = "lack.what" | "lack.grade" | "lack.where" | "lack.points";

/** What a draft lacks; null when it can be saved. */
export function lackOf(typed: Typed): Lack | null {
  const { kinds, level, grade, where } = typed;
  if (kinds.length === 0 || level === null) return "lack.what";
  if (kinds.includes("tsunami") && grade === null) return "lack.grade";
  if (where === "drawn" && pointsIn(typed.points).length < 3) return "lack.points";
  const begun = { towns: partsOf(typed.towns), meshes: partsOf(typed.meshes) };
  const empty = (where === "towns" || where === "meshes") && begun[where].length === 0;
  return where === null || empty ? "lack.where" : null;
}

/** The levels that fit the kinds: those with levels, or the order without one. */
export function levelsFor(kinds: readonly Kind[]): readonly Level[] {
  if (kinds.length === 0) return ["3", "4", "5", "none"];
  return kinds.some((kind) => LEVELLED.has(kind)) ? ["3", "4", "5"] : ["none"];
}

/** The draft that is sent. */
export function draftOf(typed: Typed, drill: boolean): DraftRequest {
  const { kinds, level, grade, where, until, source, note, replaces } = typed;
  const ring = pointsIn(typed.points);
  const [first] = ring;
  const isRing = first !== undefined && ring.length >= 3;
  return {
    kinds: [...kinds],
    level: level === null || level === "none" ? null : (Number(level) as 3 | 4 | 5),
    grade: kinds.includes("tsunami") ? grade : null,
    extent: {
      towns: where === "towns" ? partsOf(typed.towns) : [],
      meshes: where === "meshes" ? partsOf(typed.meshes) : [],
      polygons: where === "drawn" && isRing ? [[...ring, first]] : [],
      zones: where === "zones" ? [...kinds] : [],
    },
    until: until === "" ? null : momentOf(until),
    source,
    note: note === "" ? {} : { ja: note },
    drill,
    replaces,
  };
}

/** The form of a draft that exists. */
export function typedOf({ draft }: AlertRecord): Typed {
  const { kinds, level, grade, extent, until, source, note, replaces } = draft;
  const { towns = [], meshes = [], polygons = [], zones = [] } = extent ?? {};
  const parts: readonly (readonly [Where, boolean])[] = [
    ["towns", towns.length > 0],
    ["meshes", meshes.length > 0],
    ["drawn", polygons.length > 0],
    ["zones", zones.length > 0],
  ];
  return {
    kinds,
    level: level == null ? "none" : (String(level) as Level),
    grade: grade ?? null,
    where: parts.find(([, there]) => there)?.[0] ?? "all",
    towns: towns.join("、"),
    meshes: meshes.join(" "),
    points: (polygons[0] ?? [])
      .slice(0, -1)
      .map((point) => point.join(","))
      .join(" "),
    until: until ? japanese(new Date(until)) : "",
    source: source ?? "",
    note: note?.["ja"] ?? "",
    replaces: replaces ?? null,
  };
}

/** Names or codes as they are typed: between spaces, commas and line breaks. */
export function partsOf(text: string): string[] {
  return text.split(/[\s、,，]+/).filter((part) => part !== "");
}

/** Points as they are typed or pressed: "lon,lat lon,lat …". What is no point is left out. */
export function pointsIn(text: string): [number, number][] {
  return text
    .split(/\s+/)
    .map((pair) => pair.split(",").map(Number))
    .flatMap(([lon, lat, ...rest]) =>
      rest.length === 0 && Number.isFinite(lon) && Number.isFinite(lat) ? [[lon as number, lat as number]] : [],
    );
}

/** A point at the end of typed ones. */
export function withPoint(text: string, lon: number, lat: number): string {
  return `${text.trim()} ${lon.toFixed(6)},${lat.toFixed(6)}`.trim();
}

/** A typed text without its last point. */
export function withoutLast(text: string): string {
  return text.trim().split(/\s+/).slice(0, -1).join(" ");
}
