import { useEffect, useState } from "preact/hooks";

/** What the page says to a waiting service worker. */
const TAKE_OVER = "take-over";

/** What Chromium gives a page that can be installed, and the library of types does not know. */
interface InstallEvent extends Event {
  prompt(): Promise<{ readonly outcome: string }>;
}
let installing: InstallEvent | null = null;

/** Ask whether to put this page on the Home Screen, from a tap; false where the browser cannot ask, or they said no. */
export async function offerInstall(): Promise<boolean> {
  const asked = await installing?.prompt();
  installing = null; // it asks once
  return asked?.outcome === "accepted";
}

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault(); // when it is asked is said with its reason (start/AskHome.tsx)
  installing = event as InstallEvent;
});

/** Keep the page itself on this phone. Where that cannot be, the page works as long as there is a network. */
export function install(): void {
  if (import.meta.env.DEV || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("message", ({ data }) => show(data?.navigate));
  navigator.serviceWorker.register("./sw.js").catch(() => undefined);
  // An installed page may ask to be spared when the browser makes room: there it asks nobody.
  if (matchMedia("(display-mode: standalone)").matches) navigator.storage?.persist?.().catch(() => undefined);
}

/** A function that changes to the newer page, once there is one. */
export function useNewVersion(): (() => void) | null {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => watch(setWaiting), []);
  return waiting && (() => takeOver(waiting));
}

function watch(tell: (waiting: ServiceWorker | null) => void): () => void {
  let registration: ServiceWorkerRegistration | undefined;
  const look = () => {
    // Without a controller this is the first version, not a newer one.
    if (navigator.serviceWorker.controller) tell(registration?.waiting ?? null);
  };
  const follow = () => registration?.installing?.addEventListener("statechange", look);
  if (import.meta.env.PROD && "serviceWorker" in navigator) {
    navigator.serviceWorker.ready.then((found) => {
      registration = found;
      found.addEventListener("updatefound", follow);
      follow();
      look();
    });
  }
  return () => registration?.removeEventListener("updatefound", follow);
}

function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage(TAKE_OVER);
}

/** Show what a tapped notification leads to: a screen of this page. */
function show(address: unknown): void {
  if (typeof address !== "string") return;
  const { origin, hash } = new URL(address, location.href);
  if (origin === location.origin) location.hash = hash;
}
