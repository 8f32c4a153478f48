/** The last notification, as it came: for when it arrives and the news themselves cannot be fetched. */
import { get, put, remove } from "../store/db.ts";

export interface Pushed {
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  /** By the phone's clock. */
  readonly atMs: number;
  readonly tsunami: boolean;
  readonly drill: boolean;
}

const KEY = "pushed";
/** What the service worker says to pages that are open. */
export const PUSHED = "pushed";

export async function readPushed(): Promise<Pushed | null> {
  return (await get<Pushed>("settings", KEY)) ?? null;
}

export async function keepPushed(pushed: Pushed): Promise<void> {
  await put("settings", KEY, pushed);
}

/** Forget one, but none that came after it. */
export async function forgetPushed({ atMs }: Pushed): Promise<void> {
  if ((await readPushed())?.atMs === atMs) await remove("settings", KEY);
}
