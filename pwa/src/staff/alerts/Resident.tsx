import { useEffect, useState } from "preact/hooks";
import { AlertCard } from "../../alerts/AlertCard.tsx";
import { alertViews } from "../../alerts/view.ts";
import { type App, AppContext } from "../../app/context.ts";
import type { Lang, Say } from "../../i18n/messages.ts";
import { speaker } from "../../i18n/say.ts";
import type { AlertRecord, Preview } from "../api.ts";
import { useOffice } from "../context.ts";
import "../../style/screens.css";
import "../../style/later.css";

interface Props {
  readonly record: AlertRecord;
  readonly preview: Preview;
  readonly lang: Lang;
}

/** What residents will see, drawn by their own page's card. */
export function Resident({ record: { draft, alert }, preview, lang }: Props) {
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
  const now = new Date().toISOString();
  const text = Object.fromEntries(
    Object.entries(preview.texts).map(([one, { title, body }]) => [one, `${title}\n${body}`]),
  );
  const [view] = alertViews(
    [
      {
        id: alert,
        kinds: draft.kinds,
        level: draft.level ?? null,
        extent: { towns: draft.extent?.towns ?? [] },
        text,
        until: draft.until ?? null,
        source: draft.source ?? "",
        issued_at: now,
        updated_at: now,
        edition: draft.replaces ? 2 : 1,
      },
    ],
    lang,
  );
  if (view === undefined) return null;
  return (
    <AppContext.Provider value={appOf(say, lang, world.name)}>
      <AlertCard view={view} drill={draft.drill ?? false} />
    </AppContext.Provider>
  );
}

/** As much of the residents' page as its card looks at: words, language and the name of the town. */
function appOf(say: Say, lang: Lang, name: string): App {
  const nothing = () => {};
  const state = { lang, region: { name, fictional: false } } as unknown as App["state"];
  return { state, say, dispatch: nothing, locate: nothing, retry: nothing };
}
