/** Send a report from the page: at once where there is a network, else as soon as there is one. */
import { enqueue, flush, makeReport, post, SYNC_TAG, type What } from "./queue.ts";

/** waiting: kept here until there is a network · lost: nothing can be kept, and there is no network. */
export type Sent = "sent" | "waiting" | "lost";

interface Syncing {
  readonly sync?: { register(tag: string): Promise<void> };
}

export async function sendReport(
  area: string,
  what: What,
  place: { lon: number; lat: number },
  key: string,
  street?: number,
): Promise<Sent> {
  const report = makeReport(what, place, key, street);
  if (!(await enqueue(area, report))) return (await post(area, report)) ? "sent" : "lost";
  if ((await flush()) === 0) return "sent";
  await askForSync();
  return "waiting";
}

/** Send what waits, now that the server answers, and whenever a network comes back: some browsers have no background sync. */
export function replayReports(): () => void {
  const replay = () => void flush();
  replay();
  addEventListener("online", replay);
  return () => removeEventListener("online", replay);
}

async function askForSync(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = (await navigator.serviceWorker.getRegistration()) as
    | (ServiceWorkerRegistration & Syncing)
    | undefined;
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}
