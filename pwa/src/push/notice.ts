/** A message of our server as a notification (api/push/notice.py: declarative web push, RFC 8030). */
import type { Pushed } from "./pushed.ts";
import type { PushSettings } from "./settings.ts";

export interface Notice {
  readonly title: string;
  readonly options: NotificationOptions & { readonly renotify: boolean };
  readonly badge: number | null;
}

interface Told {
  readonly title?: unknown;
  readonly body?: unknown;
  readonly navigate?: unknown;
  readonly lang?: unknown;
  readonly dir?: unknown;
  readonly tag?: unknown;
  readonly app_badge?: unknown;
  readonly data?: { readonly level?: unknown; readonly tsunami?: unknown; readonly drill?: unknown };
}

const URGENT_LEVEL = 4;
/** A message that cannot be read is still told: something happened. */
const UNREADABLE: Readonly<Record<string, readonly [title: string, body: string]>> = {
  ja: ["逃げ道", "知らせがあります。開いて確かめてください。"],
  en: ["Nigemichi", "There is news. Open to see it."],
};

/** What to show for a message; `hour` is that of the phone. */
export function noticeOf(message: unknown, settings: PushSettings, hour: number): Notice {
  const told = (message as { notification?: Told } | null)?.notification;
  if (typeof told?.title !== "string") return unreadable(settings.lang);
  const options = {
    body: text(told.body),
    lang: text(told.lang) || "ja",
    dir: told.dir === "rtl" ? "rtl" : "ltr",
    tag: text(told.tag),
    icon: "./icon-192.png",
    badge: "./icon-192.png",
    silent: mayWait(told) && isQuiet(settings, hour),
    renotify: text(told.tag) !== "", // an update is news, too
    data: { navigate: text(told.navigate) },
  } as const;
  return { title: told.title, options, badge: typeof told.app_badge === "number" ? told.app_badge : null };
}

/** What is kept of a message for the page; `atMs` is by the phone's clock. */
export function pushedOf(message: unknown, { title, options }: Notice, atMs: number): Pushed {
  const data = (message as { notification?: Told } | null)?.notification?.data;
  const [body, lang] = [options.body ?? "", options.lang ?? "ja"];
  return { title, body, lang, atMs, tsunami: data?.tsunami === true, drill: data?.drill === true };
}

/** The address to open on a tap: a page of ours, whatever the message says. */
export function addressOf(navigate: unknown, scope: string): string {
  try {
    const address = new URL(text(navigate), scope);
    if (address.href.startsWith(scope)) return address.href;
  } catch {
    // not an address
  }
  return `${scope}#/alerts`;
}

/** Level 4, 5 and tsunami never wait, and what has no level does not either. */
function mayWait({ data }: Told): boolean {
  return typeof data?.level === "number" && data.level < URGENT_LEVEL && data.tsunami !== true;
}

function isQuiet({ quiet }: PushSettings, hour: number): boolean {
  if (quiet === null) return false;
  const { from, to } = quiet;
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

function unreadable(lang: string): Notice {
  const [title, body] = UNREADABLE[lang] ?? (UNREADABLE["en"] as readonly [string, string]);
  return { title, options: { body, lang, tag: "unreadable", renotify: true, data: {} }, badge: null };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
