import { useEffect, useState } from "preact/hooks";
import type { State } from "../app/state.ts";
import { type Hours, isOn, type PushSettings, readSettings, type Watched, writeSettings } from "./settings.ts";
import { watch } from "./subscribe.ts";

export type Trouble = "refused" | "failed" | null;

export interface Push {
  readonly settings: PushSettings;
  readonly trouble: Trouble;
  /** Watch these places and no others. */
  watch(places: readonly Watched[]): void;
  quiet(hours: Hours | null): void;
}

/** Notifications as they are set; null until that is read. */
export function usePush({ region, lang, profile }: State): Push | null {
  const [settings, setSettings] = useState<PushSettings | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const area = region?.id ?? null;
  useEffect(() => {
    if (area !== null) readSettings(area).then(setSettings);
  }, [area]);
  const stale = settings !== null && isOn(settings) && settings.lang !== lang;
  // who reads another language from now on is told in that one
  useEffect(() => {
    if (stale && area !== null) {
      watch({ area, lang, profile }, settings.watched).then(setSettings, () => undefined);
    }
  }, [stale, lang]);
  if (settings === null || area === null) return null;
  return {
    settings,
    trouble,
    watch: (places) => {
      watch({ area, lang, profile }, places).then(
        (next) => {
          setSettings(next);
          setTrouble(null);
        },
        () => setTrouble(Notification.permission === "denied" ? "refused" : "failed"),
      );
    },
    quiet: (hours) => {
      const next = { ...settings, quiet: hours };
      writeSettings(next).then(() => setSettings(next));
    },
  };
}
