import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { AlertFacts } from "../../../alerts/view.ts";
import { type App, AppContext } from "../../../app/context.ts";
import { initialState, type State } from "../../../app/state.ts";
import type { Lang, Say } from "../../../i18n/messages.ts";
import { speaker } from "../../../i18n/say.ts";
import type { StateFacts } from "../../../live/shown.ts";
import type { World } from "../../api.ts";
import { useOffice } from "../../context.ts";

interface Props {
  readonly lang: Lang;
  /** As it would be in force. */
  readonly alert: AlertFacts;
  readonly drill: boolean;
  readonly children: ComponentChildren;
}

/** As much of the residents' page as its parts look at: words, language, the town, and what is in force. */
export function Page({ lang, alert, drill, children }: Props) {
  const { world } = useOffice();
  const [say, setSay] = useState<Say | null>(null);
  useEffect(() => {
    let current = true;
    speaker(lang).then((spoken) => current && setSay(() => spoken));
    return () => {
      current = false;
    };
  }, [lang]);
  if (say === null || say.lang !== lang) return <p>…</p>;
  return (
    <AppContext.Provider value={appOf(say, lang, world, alert, drill)}>
      <div lang={say.tag}>{children}</div>
    </AppContext.Provider>
  );
}

function appOf(say: Say, lang: Lang, { area, name, bbox }: World, alert: AlertFacts, drill: boolean): App {
  const nothing = () => {};
  const told: StateFacts = { alerts: [alert], sites: new Map(), closedStreets: 0 };
  const facts = { ...told, revision: 0, asOfMs: Date.parse(alert.updated_at), exercise: null };
  const region = {
    id: area,
    name,
    fictional: false,
    built_at: alert.updated_at,
    bbox,
    hazards: [],
    profiles: [],
    manifest: "",
    sources: [],
  };
  const state: State = { ...initialState(lang), region, live: { facts, shown: told, drill } };
  return { state, say, dispatch: nothing, locate: nothing, retry: nothing };
}
