/** What a sheet needs besides the plan: the second language, and the sketch. */
import { useEffect, useState } from "preact/hooks";
import { useApp, useSay } from "../../app/context.ts";
import { theEngine } from "../../app/queries.ts";
import { fetchGroup, sayWith } from "../../i18n/groups.ts";
import type { Lang, SayIn } from "../../i18n/messages.ts";
import { besideOf, speaker } from "../../i18n/say.ts";
import { goalOf, type Planned } from "../rows.ts";
import { boxOf, type Picture, pictureOf } from "./picture.ts";

/** Says the plan in the language beside: English beside Japanese, else Japanese, for neighbours and helpers. */
export function useSecond(lang: Lang): SayIn<"own"> | null {
  const [second, setSecond] = useState<SayIn<"own"> | null>(null);
  useEffect(() => {
    let current = true;
    const beside = besideOf(lang);
    Promise.all([speaker(beside), fetchGroup("own", beside)]).then(([say, texts]) => {
      if (current) setSecond(() => sayWith(say, texts) as SayIn<"own">);
    });
    return () => {
      current = false;
    };
  }, [lang]);
  return second;
}

/** A sketch of the way of one hazard; null where there is no way, or until it is drawn. */
export function usePicture(one: Planned | null): Picture | null {
  const { state } = useApp();
  const say = useSay("own");
  const [picture, setPicture] = useState<Picture | null>(null);
  const [homeName, goalName] = [say("print.home"), one === null ? null : goalOf(one, say("site.edge"))];
  useEffect(() => {
    setPicture(null);
    const geometry = one?.answer?.geometry;
    if (!one || !geometry || goalName === null) return;
    let current = true;
    const line = geometry.coordinates.map(([lon = 0, lat = 0]) => ({ lon, lat }));
    const box = boxOf(line);
    const names = (one.answer?.steps ?? []).flatMap(({ street }) => (street === null ? [] : [street]));
    theEngine()
      .streets({ bbox: box, kind: one.kind })
      .then((found) => {
        if (!current || !found.ok) return;
        setPicture(pictureOf({ box, streets: found.value, line, names: [...new Set(names)], homeName, goalName }));
      });
    return () => {
      current = false;
    };
  }, [one, goalName, homeName, state.revision]);
  return picture;
}
