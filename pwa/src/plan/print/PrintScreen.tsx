import { useRef } from "preact/hooks";
import { useApp, useSay } from "../../app/context.ts";
import type { Lang } from "../../i18n/messages.ts";
import type { SavedPlace } from "../../model/home/places.ts";
import { useOwnPlan } from "../own.ts";
import { foremost, type Planned } from "../rows.ts";
import { useHomePlans } from "../useHomePlans.ts";
import { Sheet } from "./Sheet.tsx";
import { useFit, useScale } from "./useFit.ts";
import { usePicture, useSecond } from "./useSheet.ts";
import "../../style/print.css";

/** The language in which the whole sheet is: texts come before the ways in words. */
const langOf = (way: Planned | null, lang: Lang) => (way?.answer && way.answer.lang !== lang ? undefined : lang);

/** The plan on one page of paper, seen before it is printed. */
export function PrintScreen({ home }: { home: SavedPlace }) {
  const { state } = useApp();
  const say = useSay("own");
  const { planned, state: making } = useHomePlans(home);
  const second = useSecond(state.lang);
  const [own] = useOwnPlan();
  const shown = making === "made" ? foremost(planned) : [];
  const drawn = shown.find(({ answer }) => answer?.geometry) ?? planned.find(({ answer }) => answer?.geometry) ?? null;
  const way = making === "made" ? drawn : null;
  const picture = usePicture(way);
  const [box, sheet] = [useRef<HTMLDivElement>(null), useRef<HTMLElement>(null)];
  const ready = making === "made" && second !== null && own !== null && (way === null || picture !== null);
  useFit(sheet, ready ? [planned, second, own, picture] : null);
  useScale(box, sheet);
  return (
    <>
      <h1>{say("plan.print")}</h1>
      <p class="small">{say("print.note")}</p>
      {making === "failed" ? <p role="alert">{say("plan.failed")}</p> : null}
      <button type="button" class="act" disabled={!ready} onClick={() => print()}>
        {say("print.button")}
      </button>
      <a class="btn" href="#/plan">
        {say("print.back")}
      </a>
      <div class="sheetbox" ref={box} data-ready={ready}>
        <article class="sheet" ref={sheet} data-lang={ready ? langOf(way, say.lang) : undefined}>
          {ready ? (
            <Sheet home={home} planned={planned} shown={shown} way={way} picture={picture} own={own} second={second} />
          ) : null}
        </article>
      </div>
    </>
  );
}
