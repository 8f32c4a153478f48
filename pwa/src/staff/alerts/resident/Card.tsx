import { AlertCard } from "../../../alerts/AlertCard.tsx";
import { type AlertFacts, alertViews } from "../../../alerts/view.ts";
import type { Lang } from "../../../i18n/messages.ts";
import { Page } from "./Page.tsx";
import "../../../style/screens.css";
import "../../../style/later.css";

interface Props {
  readonly alert: AlertFacts;
  readonly drill: boolean;
  readonly lang: Lang;
}

/** What residents will read under their alerts, drawn by their own page's card. */
export function Card({ alert, drill, lang }: Props) {
  const [view] = alertViews([alert], lang);
  if (view === undefined) return null;
  return (
    <Page lang={lang} alert={alert} drill={drill}>
      <AlertCard view={view} drill={drill} />
    </Page>
  );
}
