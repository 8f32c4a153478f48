/**
 * A small store on this phone that page and service worker share.
 *
 * `places` holds the positions that somebody saved on purpose (model/places.ts); nothing else is ever a position, and
 * nothing a track.
 */
const NAME = "nigemichi";
/** A new store is a name below and one version more. */
const VERSION = 2;
export const STORES = ["reports", "settings", "places"] as const;
export type Store = (typeof STORES)[number];

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const { objectStoreNames: there } = request.result;
      for (const store of STORES) if (!there.contains(store)) request.result.createObjectStore(store);
    };
    request.onsuccess = () => resolve(letGo(request.result));
    request.onerror = () => reject(request.error);
    // Another tab still shows an older page: nobody waits for it here, and what is asked next tries again.
    request.onblocked = () => reject(new Error("another tab holds an older store"));
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Make room for a newer page that wants other stores. */
function letGo(database: IDBDatabase): IDBDatabase {
  database.onversionchange = () => {
    database.close();
    opened = null;
  };
  return database;
}

async function run<T>(
  store: Store,
  mode: IDBTransactionMode,
  ask: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const request = ask((await open()).transaction(store, mode).objectStore(store));
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A value by its name; undefined where there is none, or where nothing can be stored. */
export function get<T>(store: Store, key: string): Promise<T | undefined> {
  return run(store, "readonly", (rows) => rows.get(key) as IDBRequest<T | undefined>).catch(() => undefined);
}

/** All values of a store, by name. */
export function all<T>(store: Store): Promise<readonly T[]> {
  return run(store, "readonly", (rows) => rows.getAll() as IDBRequest<T[]>).catch(() => []);
}

/** Keep a value; false where nothing can be stored. */
export function put(store: Store, key: string, value: unknown): Promise<boolean> {
  return run(store, "readwrite", (rows) => rows.put(value, key)).then(
    () => true,
    () => false,
  );
}

export async function remove(store: Store, key: string): Promise<void> {
  await run(store, "readwrite", (rows) => rows.delete(key)).catch(() => undefined);
}
