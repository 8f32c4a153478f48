/** The saved places in the store of this phone, and who is told when they change. */
import { useEffect, useState } from "preact/hooks";
import { homeIn, isPlace, newPlace, type SavedPlace } from "../model/home/places.ts";
import { all, put, remove } from "./db.ts";

const STORE = "places";
/** Other tabs hear it, too. */
const CHANGED = "nigemichi-places";

/** Every saved place; empty where nothing can be stored. */
export async function readPlaces(): Promise<readonly SavedPlace[]> {
  return (await all<unknown>(STORE)).filter(isPlace);
}

/** Save a place because somebody asked for it; null where nothing can be stored. */
export async function savePlace(place: Omit<SavedPlace, "id">): Promise<SavedPlace | null> {
  const saved = newPlace(await readPlaces(), crypto.randomUUID(), place);
  if (!(await put(STORE, saved.id, saved))) return null;
  tell();
  return saved;
}

export async function removePlace(id: string): Promise<void> {
  await remove(STORE, id);
  tell();
}

/** The saved places, anew whenever they change; null until they are read. */
export function usePlaces(): readonly SavedPlace[] | null {
  const [places, setPlaces] = useState<readonly SavedPlace[] | null>(null);
  useEffect(() => followPlaces(setPlaces), []);
  return places;
}

/** Hear where the home in a region is, now and whenever it changes; null without one. Call what is returned to end it. */
export function followHome(area: string, hear: (home: SavedPlace["point"] | null) => void): () => void {
  return followPlaces((places) => hear(homeIn(places, area)?.point ?? null));
}

function followPlaces(hear: (places: readonly SavedPlace[]) => void): () => void {
  let current = true;
  const read = () => void readPlaces().then((found) => current && hear(found));
  const channel = new BroadcastChannel(CHANGED);
  channel.addEventListener("message", read);
  addEventListener(CHANGED, read);
  read();
  return () => {
    current = false;
    channel.close();
    removeEventListener(CHANGED, read);
  };
}

function tell(): void {
  dispatchEvent(new Event(CHANGED));
  const channel = new BroadcastChannel(CHANGED);
  channel.postMessage(null);
  channel.close();
}
