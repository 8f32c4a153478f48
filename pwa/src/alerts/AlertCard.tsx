import { useApp } from "../app/context.ts";
import { LevelMark } from "../icons/LevelMark.tsx";
import { clock } from "../model/leave.ts";
import { sentences } from "../model/sentences.ts";
import { townName } from "../model/town.ts";
import type { Ended } from "./history.ts";
import { useReadings } from "./useReadings.ts";
import { type AlertView, orderOf } from "./view.ts";

/** One alert: mark, official name, issuer and time, what to do, where, until when. */
export function AlertCard({ view, drill = false }: { view: AlertView; drill?: boolean }) {
  const { say, state } = useApp();
  const { mark, name, title, body, original, towns } = view;
  const { region } = state;
  const read = useReadings(state.lang);
  const town = region === null ? say("alerts.town") : townName(region.name, region.fictional, say).name;
  return (
    <article class={drill ? "alert drill" : `alert lvb-${mark}`}>
      <header>
        <LevelMark mark={mark} />
        <div>
          <h2 lang="ja">{read(drill ? `【訓練】${name}` : name)}</h2>
          <p class="small">
            {town} {say("alerts.issued", { time: when(view.issuedMs) })}
          </p>
        </div>
        {view.updated ? <span class="tag">{say("alerts.updated")}</span> : null}
      </header>
      {title === name ? null : <p class="do">{read(title)}</p>}
      {body.flatMap(sentences).map((sentence) => (
        <p key={sentence}>{read(sentence)}</p>
      ))}
      <dl>
        {towns.length > 0 ? <Fact name={say("alerts.where")} value={towns.join("、")} lang="ja" /> : null}
        {view.source === "" ? null : <Fact name={say("alerts.why")} value={view.source} lang="ja" />}
        <Fact
          name={say("alerts.until")}
          value={
            view.untilMs === null ? say("alerts.untilLifted") : say("alerts.untilTime", { time: when(view.untilMs) })
          }
        />
        {view.updated ? (
          <Fact name={say("alerts.changed")} value={say("alerts.replaces", { time: when(view.updatedMs) })} />
        ) : null}
      </dl>
      {original === null ? null : (
        <details>
          <summary>{say("alerts.original")}</summary>
          <div lang="ja">
            {original.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </details>
      )}
      {original === null || body.some((line) => line.includes(REFERENCE)) ? null : (
        <p class="small">{say("alerts.reference")}</p>
      )}
    </article>
  );
}

/** Our own texts say themselves that they are a translation for reference. */
const REFERENCE = "参考";

function Fact({ name, value, lang }: { name: string; value: string; lang?: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd lang={lang}>{value}</dd>
    </>
  );
}

/** What is over: struck through, with how and when it ended. */
export function EndedCard({ ended: { alert, endedMs, expired } }: { ended: Ended }) {
  const { say, state } = useApp();
  const read = useReadings(state.lang);
  return (
    <article class="alert done">
      <header>
        <h3 lang="ja">
          <s>{read(orderOf(alert.level).name)}</s>
        </h3>
        <span class="tag">{say(expired ? "alerts.expired" : "alerts.lifted", { time: when(endedMs) })}</span>
      </header>
      <p class="small">
        {alert.source} {alert.extent.towns.join("、")}
      </p>
    </article>
  );
}

/** The clock, with the day in front where it is not today. */
function when(ms: number): string {
  const day = (at: number) => new Date(at).toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" });
  return day(ms) === day(Date.now()) ? clock(ms) : `${day(ms).slice(5).replace("-", "/")} ${clock(ms)}`;
}
