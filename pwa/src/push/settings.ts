/** What page and service worker know about notifications. Cells only, never a position. */
import { get, put } from "../store/db.ts";

/** A place that is watched; its name stays on this phone. */
export interface Watched {
  readonly name: string;
  /** Codes of 1 km cells. */
  readonly meshes: readonly string[];
}

export interface PushSettings {
  /** Proof of this subscription; null while there is none. */
  readonly token: string | null;
  readonly watched: readonly Watched[];
  /** Hours of the day in which what can wait makes no sound; null: none. */
  readonly quiet: { readonly from: number; readonly to: number } | null;
  readonly lang: string;
}

const KEY = "push";
export const NO_PUSH: PushSettings = { token: null, watched: [], quiet: null, lang: "ja" };

export async function readSettings(): Promise<PushSettings> {
  return { ...NO_PUSH, ...(await get<Partial<PushSettings>>("settings", KEY)) };
}

export function writeSettings(settings: PushSettings): Promise<boolean> {
  return put("settings", KEY, settings);
}
