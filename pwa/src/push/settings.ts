/** What page and service worker know about notifications. Cells only, never a position. */
import { get, put } from "../store/db.ts";

/** A place that is watched; its name stays on this phone. */
export interface Watched {
  readonly name: string;
  /** Id of the region in which it lies: each region tells its own phones. */
  readonly area: string;
  /** Codes of 1 km cells. */
  readonly meshes: readonly string[];
}

/** Hours of the day, from one until before the other; over midnight where the first is the later one. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

export interface PushSettings {
  /** Proof of the subscription to a region, by the region's id. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly watched: readonly Watched[];
  /** Hours in which what can wait makes no sound; null: none. */
  readonly quiet: Hours | null;
  readonly lang: string;
}

const KEY = "push";
export const NO_PUSH: PushSettings = { tokens: {}, watched: [], quiet: null, lang: "ja" };
export const NIGHT: Hours = { from: 22, to: 7 };

/** As it was kept while a phone had one region: one proof, and places without a region. */
type Stored = Partial<Omit<PushSettings, "watched">> & {
  readonly token?: string | null;
  readonly watched?: readonly (Omit<Watched, "area"> & Partial<Watched>)[];
};

/** What is kept; `area` is the region of everything that was kept before a phone had several. */
export async function readSettings(area = ""): Promise<PushSettings> {
  return settingsFrom((await get<Stored>("settings", KEY)) ?? {}, area);
}

export function settingsFrom({ token, ...stored }: Stored, area: string): PushSettings {
  const tokens = stored.tokens ?? (token ? { [area]: token } : {});
  const watched = (stored.watched ?? []).map((place) => ({ ...place, area: place.area ?? area }));
  return { ...NO_PUSH, ...stored, tokens, watched };
}

export function writeSettings(settings: PushSettings): Promise<boolean> {
  return put("settings", KEY, settings);
}

/** Whether anything is watched. */
export function isOn({ tokens }: PushSettings): boolean {
  return Object.keys(tokens).length > 0;
}
