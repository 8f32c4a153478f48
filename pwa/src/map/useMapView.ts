import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Answer, Point } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { useMedia } from "../app/hooks.ts";
import { useScreen } from "../app/nav/hash.ts";
import type { Say } from "../i18n/messages.ts";
import { plain } from "../i18n/ruby.ts";
import type { LiveView } from "../live/shown.ts";
import type { Hazard, Profile } from "../model/hazards.ts";
import { isUsable } from "../model/sites.ts";
import { readTiles } from "../region/keep.ts";
import type { RegionFile, SiteTable } from "../region/manifest.ts";
import { readColours } from "./colours.ts";
import type { Scale } from "./scale.ts";
import type { MapModel, SiteMark } from "./style.ts";
import type { MapView } from "./view.ts";

/** waiting: not yet drawn · none: no WebGL2 here · absent: the region has none · failed: its files could not be had. */
export type MapState = "waiting" | "ready" | "none" | "absent" | "failed";

export interface ShownMap {
  readonly view: MapView | null;
  readonly mapState: MapState;
  readonly scale: Scale | null;
}

/** Keep a map of the app's state inside `frame`, from the moment it is first in sight. */
export function useMapView(frame: RefObject<HTMLElement>, picks: boolean, label: string): ShownMap {
  const { state, dispatch } = useApp();
  const [view, setView] = useState<MapView | null>(null);
  const [mapState, setMapState] = useState<MapState>("waiting");
  const [scale, setScale] = useState<Scale | null>(null);
  const model = useModel();
  const picksNow = useRef(picks);
  picksNow.current = picks;
  const bbox = state.region?.bbox;
  const seen = useSeen(frame);
  const tiles = state.keeping.whole ? (state.pack?.tiles ?? null) : null;
  const absent = state.pack !== null && state.pack.tiles === null;
  const wanted = seen && model !== null && bbox !== undefined ? tiles : null;

  // made once for each region; later models are shown below
  useEffect(() => {
    const container = frame.current;
    if (!seen || container === null) return;
    if (!hasWebGl2()) return setMapState("none");
    if (absent) return setMapState("absent");
    if (wanted === null || model === null || bbox === undefined) return;
    let gone = false;
    let made: MapView | null = null;
    const events = {
      onPick: (point: Point) => picksNow.current && dispatch({ type: "origin", origin: { how: "map", point } }),
      onScale: setScale,
      onReady: () => setMapState("ready"),
      onFailed: () => setMapState("failed"),
    };
    loadView(wanted)
      .then((View) => {
        if (gone) return;
        made = new View(container, bbox, model, events);
        setView(made);
      })
      .catch(() => setMapState("failed"));
    return () => {
      gone = true;
      made?.remove();
      setView(null);
      setMapState("waiting");
    };
  }, [seen, absent, wanted?.sha256]);

  useEffect(() => {
    if (view !== null && model !== null) view.show(model);
  }, [view, model]);
  useEffect(() => view?.describe(label), [view, label]);
  return { view, mapState, scale };
}

/** The map's code, with the tiles that are kept here; throws where either cannot be had. */
async function loadView(file: RegionFile): Promise<typeof MapView> {
  const [code, tiles] = await Promise.all([import("./view.ts"), readTiles(file)]);
  if (tiles === null) throw new Error(`no ${file.path}`);
  code.offerTiles(file.sha256, tiles);
  return code.MapView;
}

/** What the map shows, remade only when something it shows changed. */
function useModel(): MapModel | null {
  const { state, say } = useApp();
  const { pack, table, hazard, profile, answer, origin, live } = state;
  const onSites = useScreen() === "sites";
  const tilesName = pack?.tiles?.sha256 ?? null;
  const dark = useMedia("(prefers-color-scheme: dark)");
  // the tokens change with the scheme
  const colours = useMemo(() => readColours(document.documentElement), [dark]);
  const sites = useMemo(
    () => marks({ table, hazard, profile, answer, live, say }),
    [table, hazard, profile, answer, live, say],
  );
  const around = useMemo(() => (onSites && origin ? nearest(sites, origin.point) : null), [onSites, sites, origin]);
  return useMemo(() => {
    if (tilesName === null) return null;
    return {
      tilesName,
      colours,
      hazard,
      line: answer?.geometry?.coordinates ?? null,
      origin: origin?.point ?? null,
      sites,
      around,
    };
  }, [tilesName, colours, hazard, answer, origin, sites, around]);
}

interface Marked {
  readonly table: SiteTable | null;
  readonly hazard: Hazard | null;
  readonly profile: Profile;
  readonly answer: Answer | null;
  readonly live: LiveView | null;
  readonly say: Say;
}

/** Every site with whether one can go there, and in words what is known of it; none before a hazard is chosen. */
function marks({ table, hazard, profile, answer, live, say }: Marked): SiteMark[] {
  if (table === null || hazard === null) return [];
  return table.sites.map((site) => {
    const status = live?.shown.sites.get(site.id)?.status ?? "unknown";
    const chosen = site.id === answer?.shelter?.id;
    const takes = status !== "full" && status !== "closed";
    const fit = chosen || (takes && isUsable(site, hazard, profile, table.thresholds));
    const label = status === "unknown" ? site.name : `${site.name}\n${plain(say(`status.${status}`))}`;
    return { lon: site.lon, lat: site.lat, label, fit, chosen };
  });
}

/** How many sites are looked at together. */
const N_NEAREST = 4;

/** Where somebody is, and the nearest sites that one can go to. */
function nearest(sites: readonly SiteMark[], from: Point): Point[] {
  const perLon = Math.cos((from.lat * Math.PI) / 180);
  const away = ({ lon, lat }: Point) => Math.hypot((lon - from.lon) * perLon, lat - from.lat);
  const fit = sites.filter((site) => site.fit).sort((a, b) => away(a) - away(b));
  return [from, ...fit.slice(0, N_NEAREST)];
}

function useSeen(target: RefObject<HTMLElement>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (target.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(target.current);
    return () => observer.disconnect();
  }, [target]);
  return seen;
}

function hasWebGl2(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}
