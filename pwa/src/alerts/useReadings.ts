import { useEffect, useState } from "preact/hooks";
import type { Lang } from "../i18n/messages.ts";

type Read = (text: string) => string;

const asItIs: Read = (text) => text;

/** What puts readings into the words of alerts: in やさしい日本語 only, once its table is here. */
export function useReadings(lang: Lang): Read {
  const [read, setRead] = useState<Read>(() => asItIs);
  useEffect(() => {
    if (lang !== "ja-easy") return setRead(() => asItIs);
    import("./readings.ts").then(({ withReadings }) => setRead(() => withReadings));
  }, [lang]);
  return read;
}
