/** The live state as the server signs it (docs/formats.md 6.4): checked, then read. */
import {
  type Place as At,
  asRow,
  inside,
  listAt,
  parseObject,
  type Row,
  rowAt,
  textAt,
  textOrNullAt,
  wholeAt,
} from "../../json.ts";
import { expect } from "../../result.ts";
import { canonical } from "../world/canonical.ts";
import type { LiveState, SiteStatus } from "./costs.ts";
import type { Extent } from "./place.ts";

const [FORMAT, VERSION] = ["nigemichi-live", 1];
const SOURCE = "live state";
const MOST = Number.MAX_SAFE_INTEGER;
const SHA256 = /^[0-9a-f]{64}$/;
const GRADES: readonly TsunamiGrade[] = ["advisory", "warning", "major_warning"];
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What the core leaves to whoever has it: a browser's own, or a library's. */
export interface Checks {
  readonly verify: Verify;
  /** Hex sha256. */
  readonly hash: (bytes: Uint8Array) => Promise<string>;
}

/** Whether a signature (64 bytes) of a message belongs to a public key (32 bytes). */
export type Verify = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => Promise<boolean>;

export interface AlertState {
  readonly kinds: readonly string[];
  readonly level: number | null;
  readonly extent: Extent;
  /** By language; the first line is the title. */
  readonly text: Readonly<Record<string, string>>;
  readonly until: string | null;
  readonly source: string;
  readonly issued_at: string;
  readonly updated_at: string;
  readonly edition: number;
  /** Of tsunami: which of the three; absent: not told. */
  readonly grade?: TsunamiGrade;
}

/** 津波注意報, 津波警報, 大津波警報. */
export type TsunamiGrade = "advisory" | "warning" | "major_warning";

/** The agency's own information; no order. */
export interface WarningState {
  readonly kinds: readonly string[];
  readonly name: string;
  readonly weather_level: number | null;
  readonly volcano_level: number | null;
  readonly extent: Extent;
  readonly source: string;
  readonly told_at: string;
  readonly grade?: TsunamiGrade;
}

/** A newer exposure of one kind. */
export interface LayerState {
  readonly graph: string;
  readonly sha256: string;
  readonly note: string;
  readonly replaced_at: string;
}

/** Everything in force in one state, by id. */
export interface InForceState extends LiveState {
  readonly alerts: Readonly<Record<string, AlertState>>;
  readonly sites: Readonly<Record<string, SiteState>>;
  /** By kind. */
  readonly layers: Readonly<Record<string, LayerState>>;
  /** Absent: none. */
  readonly warnings?: Readonly<Record<string, WarningState>>;
}

export interface SiteState {
  readonly status: SiteStatus;
  readonly people: number | null;
  readonly note: string;
  readonly told_at: string;
  /** What can be used there now, as staff told it; absent: nothing was told. */
  readonly facilities?: readonly string[];
}

export interface Exercise {
  readonly id: string;
  readonly name: string;
  readonly started_at: string;
  readonly until: string | null;
  readonly state: InForceState;
}

export interface World {
  readonly area: string;
  readonly graph: string;
  readonly revision: number;
  /** When the server last knew that nothing was newer. */
  readonly asOf: string;
  readonly digest: string;
  readonly real: InForceState;
  readonly exercise: Exercise | null;
}

/** A live state, and the row that it was read from: what the next events are folded into. */
export interface News {
  readonly world: World;
  readonly row: Row;
}

/**
 * Check who signed a live state, and read it: the whole of it, or the events since the one before.
 *
 * @param before What is at hand; an older state, or events after another revision, are refused.
 * @throws Damage when the signature is another's, or anything in it is not as specified.
 */
export async function readNews(
  content: Uint8Array,
  publicKey: string,
  area: string,
  { verify, hash }: Checks,
  before: News | null,
): Promise<News> {
  const at: At = { source: SOURCE, where: "" };
  const told = parseObject(await readSigned(content, publicKey, verify), SOURCE);
  const [format, version] = [told["format"], told["version"]];
  expect(format === FORMAT && version === VERSION, SOURCE, "format", `${FORMAT} ${VERSION}`, `${format} ${version}`);
  const named = textAt(told, "area", at);
  expect(named === area, SOURCE, "area", area, named);
  const [revision, asOf] = [wholeAt(told, "revision", at, 0, MOST), momentAt(told, "as_of", at)];
  if (before !== null) checkNewer(revision, asOf, before.world);
  const row = told["events"] === null ? rowAt(told, "world", at) : await folded(told, at, before);
  const digest = textAt(told, "digest", at);
  const found = await hash(new TextEncoder().encode(canonical(row)));
  expect(found === digest && row["revision"] === revision, SOURCE, "digest", digest, found);
  return { row, world: { ...readRow(row, at), area, revision, asOf, digest } };
}

/** The bytes that were signed. */
async function readSigned(content: Uint8Array, publicKey: string, verify: Verify): Promise<Uint8Array> {
  const at: At = { source: SOURCE, where: "" };
  const outer = parseObject(content, SOURCE);
  const signed = new TextEncoder().encode(textAt(outer, "signed", at));
  const [signature, key] = [bytesOf(textAt(outer, "signature", at)), bytesOf(publicKey)];
  const good = signature.length === 64 && key.length === 32 && (await verify(signature, signed, key));
  expect(good, SOURCE, "signature", "one by the area's key", "another");
  return signed;
}

/** Who holds back news, or repeats old ones, changes nothing. */
function checkNewer(revision: number, asOf: string, before: World): void {
  const [had, has] = [`${before.revision} of ${before.asOf}`, `${revision} of ${asOf}`];
  // Moments are written in one way only (docs/formats.md 6), so the later one is the greater text.
  const isNewer = revision >= before.revision && asOf >= before.asOf;
  expect(isNewer, SOURCE, "revision", `${had} or later`, has);
}

async function folded(told: Row, at: At, before: News | null): Promise<Row> {
  const since = wholeAt(told, "since", at, 0, MOST);
  const had = before?.world.revision ?? null;
  expect(before !== null && since === had, SOURCE, "since", `revision ${had}`, String(since));
  const { fold } = await import("../world/fold.ts"); // seldom needed at once: the first state comes whole
  return fold(before.row, listAt(told, "events", at));
}

type InRow = Pick<World, "graph" | "real" | "exercise">;

function readRow(row: Row, at: At): InRow {
  return {
    graph: textAt(row, "graph", at),
    real: readState(rowAt(row, "real", at), inside(at, "real")),
    exercise: row["exercise"] === null ? null : readExercise(rowAt(row, "exercise", at), inside(at, "exercise")),
  };
}

function readExercise(row: Row, at: At): Exercise {
  return {
    id: textAt(row, "id", at),
    name: textAt(row, "name", at),
    started_at: momentAt(row, "started_at", at),
    until: textOrNullAt(row, "until", at),
    state: readState(rowAt(row, "state", at), inside(at, "state")),
  };
}

/** Checked as far as it is used; the rest is what the area's own key has signed. */
function readState(row: Row, at: At): InForceState {
  const [alerts, closures, sites] = [rowAt(row, "alerts", at), rowAt(row, "closures", at), rowAt(row, "sites", at)];
  for (const id of Object.keys(alerts)) checkAlert(rowAt(alerts, id, at), inside(at, id));
  for (const id of Object.keys(closures)) {
    const closure = rowAt(closures, id, at);
    textAt(closure, "graph", inside(at, id));
    const streets = listAt(closure, "streets", inside(at, id));
    expect(
      streets.every((street) => Number.isInteger(street)),
      SOURCE,
      id,
      "numbers of streets",
      "others",
    );
  }
  for (const id of Object.keys(sites)) {
    const status = textAt(rowAt(sites, id, at), "status", inside(at, id));
    const known = ["open", "filling", "full", "closed"].includes(status);
    expect(known, SOURCE, id, "open, filling, full or closed", status);
    const usable = rowAt(sites, id, at)["facilities"] ?? [];
    expect(Array.isArray(usable), SOURCE, id, "a list of facilities", String(usable));
  }
  const [layers, warnings] = [rowAt(row, "layers", at), "warnings" in row ? rowAt(row, "warnings", at) : {}];
  for (const kind of Object.keys(layers)) checkLayer(rowAt(layers, kind, at), inside(at, kind));
  for (const id of Object.keys(warnings)) checkWarning(rowAt(warnings, id, at), inside(at, id));
  return { alerts, closures, sites, layers, warnings } as unknown as InForceState;
}

function checkLayer(row: Row, at: At): void {
  const [graph, sha256] = [textAt(row, "graph", at), textAt(row, "sha256", at)];
  expect(SHA256.test(sha256) && SHA256.test(graph), SOURCE, at.where, "two sha256", `${graph}, ${sha256}`);
  momentAt(row, "replaced_at", at);
}

function checkWarning(row: Row, at: At): void {
  checkPlace(row, at);
  textAt(row, "name", at);
  const scales = [row["weather_level"], row["volcano_level"]];
  expect(scales.every(isLevelOrNull), SOURCE, at.where, "levels or null", scales.join());
}

/** Where something holds, and which grade of tsunami it is about. */
function checkPlace(row: Row, at: At): void {
  const extent = rowAt(row, "extent", at);
  for (const part of ["towns", "meshes", "polygons", "zones"]) listAt(extent, part, inside(at, "extent"));
  listAt(row, "kinds", at);
  const { grade } = row;
  const known = grade === undefined || GRADES.includes(grade as TsunamiGrade);
  expect(known, SOURCE, inside(at, "grade").where, GRADES.join(", "), String(grade));
}

function isLevelOrNull(level: unknown): boolean {
  return level === null || Number.isInteger(level);
}

function checkAlert(row: Row, at: At): void {
  checkPlace(row, at);
  momentAt(row, "issued_at", at);
  momentAt(row, "updated_at", at);
  asRow(row["text"], inside(at, "text"));
  const { level } = row;
  expect(isLevelOrNull(level), SOURCE, at.where, "a level or null", String(level));
}

function momentAt(row: Row, key: string, at: At): string {
  const text = textAt(row, key, at);
  expect(MOMENT.test(text), at.source, inside(at, key).where, "a moment", text);
  return text;
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array(0);
  }
}
