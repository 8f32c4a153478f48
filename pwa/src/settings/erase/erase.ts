/** Everything that this page keeps on the phone, removed; and what of it could not be. */
import { isOn, readSettings } from "../../push/settings.ts";
import { watch } from "../../push/subscribe.ts";

export interface Erased {
  /** Files of regions, of the page and of news. */
  readonly files: number;
  /** Household, places, reports that waited. */
  readonly store: boolean;
  /** Language and other small things. */
  readonly small: number;
  /** Whether there was a subscription, and it is over on the server, too; null: there was none. */
  readonly push: "ended" | "unreached" | null;
}

/** Everything of ours has a name that begins so; the store (store/db.ts) has this one. */
const PREFIX = "nigemichi";

/** Remove everything. What is shown stays in memory until the page is closed or opened anew. */
export async function eraseAll(area: string): Promise<Erased> {
  const push = await endPush(area);
  const workers = (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? [];
  const files = await eraseCaches();
  const store = await eraseStore();
  const small = eraseSmall(localStorage) + eraseSmall(sessionStorage);
  await Promise.all(workers.map((worker) => worker.unregister()));
  return { files, store, small, push };
}

/** First, while the proof of the subscription is still there. */
async function endPush(area: string): Promise<Erased["push"]> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const subscription = await registration?.pushManager?.getSubscription();
  if (!isOn(await readSettings(area)) && !subscription) return null;
  const over = await watch({ area, lang: "ja", profile: "adult" }, []).then(
    () => true,
    () => false, // its server forgets it when the push service says that it is gone
  );
  await subscription?.unsubscribe().catch(() => false);
  return over ? "ended" : "unreached";
}

async function eraseCaches(): Promise<number> {
  if (!("caches" in globalThis)) return 0;
  let files = 0;
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    files += (await (await caches.open(name)).keys()).length;
    await caches.delete(name);
  }
  return files;
}

async function eraseStore(): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(PREFIX);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    request.onblocked = () => resolve(false); // another tab holds it open
  });
}

function eraseSmall(storage: Storage): number {
  const keys = Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) storage.removeItem(key);
  return keys.length;
}
