/** The saved places in the store of this phone, and who is told when they change. */
import { useEffect, useState } from "preact/hooks";
import { isPlace, newPlace, type SavedPlace } from "../model/home/places.ts";
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
  useEffect(() => {
    let current = true;
    const read = () => void readPlaces().then((found) => current && setPlaces(found));
    const channel = new BroadcastChannel(CHANGED);
    channel.addEventListener("message", read);
    addEventListener(CHANGED, read);
    read();
    return () => {
      current = false;
      channel.close();
      removeEventListener(CHANGED, read);
    };
  }, []);
  return places;
}

function tell(): void {
  dispatchEvent(new Event(CHANGED));
  const channel = new BroadcastChannel(CHANGED);
  channel.postMessage(null);
  channel.close();
}
