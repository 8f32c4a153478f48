import type { AlertFacts } from "../../../alerts/view.ts";
import { useApp } from "../../../app/context.ts";
import { Official } from "../../../decision/Official.tsx";
import type { Lang, PlainKey } from "../../../i18n/messages.ts";
import { shownOf } from "../../../model/advice.ts";
import type { Look } from "../../../model/decision.ts";
import { Banner } from "../../../parts/Banner.tsx";
import { useOffice } from "../../context.ts";
import { grouped } from "../sending.ts";
import { decisionOf, type Screen } from "./facts.ts";
import { Page } from "./Page.tsx";
import "../../../style/parts.css";
import "../../../style/screens.css";

interface Props {
  readonly screens: readonly Screen[];
  readonly alert: AlertFacts;
  readonly drill: boolean;
  readonly lang: Lang;
}

/** The first screen of residents, in each sort of place that there is: their own page's banner. */
export function Screens({ screens, alert, drill, lang }: Props) {
  const { say } = useOffice();
  return (
    <section class="stack">
      <h3>{say("screens.title")}</h3>
      <div class="screens">
        {screens.map((screen) => (
          <figure key={screen.where} class={`at-${screen.where}`}>
            <figcaption>
              <b>{say(`screen.${screen.where}`)}</b>
              <span class="small">
                {screen.residents === null ? say("peopleUnknown") : say("people", { n: grouped(screen.residents) })}
              </span>
            </figcaption>
            <div class="phone">
              <Page lang={lang} alert={alert} drill={drill}>
                <First screen={screen} />
              </Page>
            </div>
          </figure>
        ))}
      </div>
      <p class="small">{say("screens.note")}</p>
    </section>
  );
}

/** The one action of each look (screens/Foot.tsx), as a picture of it. */
const ACTIONS: Readonly<Partial<Record<Look, PlainKey>>> = {
  go: "route.show",
  early: "route.show",
  stay: "share.stay",
  up: "share.up",
  late: "late.call",
};

function First({ screen }: { readonly screen: Screen }) {
  const { say } = useApp();
  const shown = shownOf(decisionOf(screen), screen.goal, say);
  const action = ACTIONS[shown.look];
  return (
    <div class="stack">
      <Official />
      <Banner decision={shown} />
      {action ? <p class="act shownact">{say(action)}</p> : null}
    </div>
  );
}
