import { useEffect, useState } from "preact/hooks";
import type { Lang, Say } from "../i18n/messages.ts";
import { speaker } from "../i18n/say.ts";

/**
 * Speaks the language: null before its first texts are here, then the language before until the new one is.
 *
 * `whole`: whether the texts beyond the first screens are needed; whoever waits for a first answer does not wait for them.
 */
export function useSpeaker(lang: Lang, attempt: number, whole: boolean): Say | null {
  const [say, setSay] = useState<Say | null>(null);
  // a new attempt asks again for texts that could not be fetched
  useEffect(() => {
    let current = true;
    const take = (next: Say) => {
      if (current) setSay(() => next);
    };
    speaker(lang, "first")
      .then((first) => {
        take(first);
        return whole ? speaker(lang) : first;
      })
      .then(take)
      .catch(() => undefined); // without a network the language before stays
    return () => {
      current = false;
    };
  }, [lang, attempt, whole]);
  useEffect(() => {
    if (say === null) return;
    const { documentElement } = document;
    documentElement.lang = say.tag;
    documentElement.classList.toggle("easy", say.lang === "ja-easy");
    documentElement.dataset["words"] = say.whole ? "whole" : "first"; // what is not here yet is silent
  }, [say]);
  return say;
}
