/**
 * Fold: from events to the world, as rows of JSON in and out (hazard/world/fold.py; docs/formats.md 6.3).
 *
 * What comes out is not trusted: its digest must be the one that was signed.
 */
import { asRow, inside, listAt, type Place, type Row, rowAt, textAt, wholeAt } from "../../json.ts";
import { expect } from "../../result.ts";

const SOURCE = "events";
const VERSION = 1;
const MOST = Number.MAX_SAFE_INTEGER;
const EMPTY: Row = { alerts: {}, closures: {}, sites: {}, layers: {} };

/** The world of an area before any event. */
export function emptyWorld(area: string, graph: string): Row {
  return { area, graph, revision: 0, changed_at: null, real: EMPTY, exercise: null };
}

/** The world after events, in their order; an event of another area, or of a key seen before in them, does not count. */
export function fold(before: Row, events: readonly unknown[]): Row {
  const keys = new Set<string>();
  let world = before;
  for (const [i, value] of events.entries()) {
    const at: Place = { source: SOURCE, where: String(i) };
    const event = asRow(value, at);
    const key = textAt(event, "key", at);
    const [version, name] = [event["v"], textAt(event, "event", at)];
    expect(version === VERSION, SOURCE, inside(at, "v").where, String(VERSION), String(version));
    expect(Object.hasOwn(ACTS, name), SOURCE, inside(at, "event").where, Object.keys(ACTS).join(", "), name);
    if (event["area"] !== world["area"] || keys.has(key)) continue;
    keys.add(key);
    const revision = wholeAt(world, "revision", { source: SOURCE, where: "world" }, 0, MOST) + 1;
    world = { ...after(world, event, at), revision, changed_at: textAt(event, "at", at) };
  }
  return world;
}

/** Events of an exercise act on the one that runs, and on nothing where none runs. */
function after(world: Row, event: Row, at: Place): Row {
  const act = ACTS[textAt(event, "event", at)] as Act;
  if (event["drill"] !== true) return { ...world, real: act(rowAt(world, "real", at), event) };
  if (event["event"] === "DrillStarted") return { ...world, exercise: exerciseOf(event) };
  const exercise = world["exercise"] as Row | null;
  if (exercise === null || ends(event, exercise)) return { ...world, exercise: null };
  return { ...world, exercise: { ...exercise, state: act(rowAt(exercise, "state", at), event) } };
}

function exerciseOf({ exercise, name, at, until }: Row): Row {
  return { id: exercise, name, started_at: at, until, state: EMPTY };
}

function ends(event: Row, exercise: Row): boolean {
  if (event["event"] === "DrillEnded") return event["exercise"] === exercise["id"];
  if (event["event"] !== "Expired" || event["subject"] !== "exercise") return false;
  return event["name"] === exercise["id"] && event["until"] === exercise["until"];
}

type Act = (state: Row, event: Row) => Row;

const unchanged: Act = (state) => state;

/** What an event does to a state, by its name. */
const ACTS: Readonly<Record<string, Act>> = {
  AlertIssued: (state, event) => alerted(state, event),
  AlertUpdated: (state, event) => (has(state, "alerts", event["alert"]) ? alerted(state, event) : state),
  AlertCancelled: (state, event) => without(state, "alerts", event["alert"]),
  WarningTold: (state, { warning, kinds, name, weather_level, volcano_level, extent, source, at, ...rest }) => {
    const told = { kinds, name, weather_level, volcano_level, extent, source, told_at: at, ...laterOf(rest) };
    return withOne({ warnings: {}, ...state }, "warnings", warning, told);
  },
  WarningLifted: (state, { warning }) => {
    if (!("warnings" in state) || !has(state, "warnings", warning)) return state;
    return withoutEmpty(without(state, "warnings", warning), "warnings");
  },
  RoadClosed: (state, { closure, graph, streets, drawn, reason, until, at }) =>
    withOne(state, "closures", closure, { graph, streets, drawn, reason, until, closed_at: at }),
  RoadReopened: reopened,
  SiteOpened: (state, event) => told(state, event, "open"),
  SiteFilling: (state, event) => told(state, event, "filling"),
  SiteFull: (state, event) => told(state, event, "full"),
  SiteClosed: (state, event) => told(state, event, "closed"),
  LayerReplaced: (state, { kind, graph, sha256, note, at }) =>
    withOne(state, "layers", kind, { graph, sha256, note, replaced_at: at }),
  DrillStarted: unchanged,
  DrillEnded: unchanged,
  Expired: expired,
};

/** Issue an alert, or say it anew: the same id keeps the moment when it was issued. */
function alerted(state: Row, { alert, kinds, level, extent, text, until, source, at, ...rest }: Row): Row {
  const old = has(state, "alerts", alert) ? one(state, "alerts", alert) : null;
  const [issued_at, edition] = old === null ? [at, 1] : [old["issued_at"], (old["edition"] as number) + 1];
  const told = { kinds, level, extent, text, until, source, issued_at, updated_at: at, edition };
  return withOne(state, "alerts", alert, { ...told, ...laterOf(rest) });
}

/** A field that came later is left out while it says nothing (docs/formats.md 6.1). */
function laterOf({ grade }: Row): Row {
  return grade === undefined || grade === null ? {} : { grade };
}

function withoutEmpty(state: Row, part: string): Row {
  if (Object.keys(partOf(state, part)).length > 0) return state;
  const { [part]: _empty, ...rest } = state;
  return rest;
}

function told(state: Row, { site, people, note, at, facilities }: Row, status: string): Row {
  const usable = Array.isArray(facilities) && facilities.length > 0 ? { facilities } : {};
  return withOne(state, "sites", site, { status, people, note, told_at: at, ...usable });
}

/** End a closure: all of it, or only some of its streets. */
function reopened(state: Row, event: Row): Row {
  const { closure } = event;
  if (!has(state, "closures", closure)) return state;
  const row = one(state, "closures", closure);
  const at: Place = { source: SOURCE, where: String(closure) };
  const opened = new Set(listAt(event, "streets", at));
  const left = opened.size > 0 ? listAt(row, "streets", at).filter((street) => !opened.has(street)) : [];
  return left.length > 0
    ? withOne(state, "closures", closure, { ...row, streets: left })
    : without(state, "closures", closure);
}

/** End a thing only if it still ends then: it may have been prolonged. */
function expired(state: Row, { subject, name, until }: Row): Row {
  const part = subject === "alert" ? "alerts" : subject === "closure" ? "closures" : null;
  if (part === null || !has(state, part, name)) return state;
  return one(state, part, name)["until"] === until ? without(state, part, name) : state;
}

function partOf(state: Row, part: string): Row {
  return rowAt(state, part, { source: SOURCE, where: "state" });
}

function has(state: Row, part: string, id: unknown): boolean {
  return Object.hasOwn(partOf(state, part), String(id));
}

function one(state: Row, part: string, id: unknown): Row {
  return asRow(partOf(state, part)[String(id)], { source: SOURCE, where: String(id) });
}

function withOne(state: Row, part: string, id: unknown, row: Row): Row {
  return { ...state, [part]: { ...partOf(state, part), [String(id)]: row } };
}

function without(state: Row, part: string, id: unknown): Row {
  const { [String(id)]: _gone, ...rest } = partOf(state, part);
  return { ...state, [part]: rest };
}
