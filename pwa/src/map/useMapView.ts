import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { SiteTable } from "../api/pack.ts";
import type { Answer, Point } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { useMedia } from "../app/hooks.ts";
import type { Hazard, Profile } from "../model/hazards.ts";
import { isUsable } from "../model/sites.ts";
import { readColours } from "./colours.ts";
import type { Scale } from "./scale.ts";
import type { MapModel, SiteMark } from "./style.ts";
import type { MapView } from "./view.ts";

/** waiting: not yet drawn · none: no WebGL2 here · failed: its files could not be had. */
export type MapState = "waiting" | "ready" | "none" | "failed";

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
  const wanted = useSeen(frame) && model !== null && bbox !== undefined;

  // made once; later models are shown below
  useEffect(() => {
    const container = frame.current;
    if (!wanted || container === null) return;
    if (!hasWebGl2()) return setMapState("none");
    let gone = false;
    let made: MapView | null = null;
    const events = {
      onPick: (point: Point) => picksNow.current && dispatch({ type: "origin", origin: { how: "map", point } }),
      onScale: setScale,
      onReady: () => setMapState("ready"),
      onFailed: () => setMapState("failed"),
    };
    import("./view.ts")
      .then(({ MapView: View }) => {
        if (gone) return;
        made = new View(container, bbox, model, events);
        setView(made);
      })
      .catch(() => setMapState("failed"));
    return () => {
      gone = true;
      made?.remove();
    };
  }, [wanted]);

  useEffect(() => {
    if (view !== null && model !== null) view.show(model);
  }, [view, model]);
  useEffect(() => view?.describe(label), [view, label]);
  return { view, mapState, scale };
}

/** What the map shows, remade only when something it shows changed. */
function useModel(): MapModel | null {
  const { pack, table, hazard, profile, answer, origin } = useApp().state;
  const tilesPath = pack?.tilesPath ?? null;
  const dark = useMedia("(prefers-color-scheme: dark)");
  // the tokens change with the scheme
  const colours = useMemo(() => readColours(document.documentElement), [dark]);
  const sites = useMemo(() => marks(table, hazard, profile, answer), [table, hazard, profile, answer]);
  return useMemo(() => {
    if (tilesPath === null) return null;
    return {
      tilesUrl: new URL(tilesPath, location.href).href,
      colours,
      hazard,
      line: answer?.geometry?.coordinates ?? null,
      origin: origin?.point ?? null,
      sites,
    };
  }, [tilesPath, colours, hazard, answer, origin, sites]);
}

/** Every site with whether it suits the hazard chosen; none before one is chosen. */
function marks(table: SiteTable | null, hazard: Hazard | null, profile: Profile, answer: Answer | null): SiteMark[] {
  if (table === null || hazard === null) return [];
  return table.sites.map((site) => {
    const chosen = site.id === answer?.shelter?.id;
    const fit = chosen || isUsable(site, hazard, profile, table.thresholds);
    return { lon: site.lon, lat: site.lat, name: site.name, fit, chosen };
  });
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
