import { useReadings } from "../alerts/useReadings.ts";
import { type AlertView, alertViews, gradeOf } from "../alerts/view.ts";
import { useApp } from "../app/context.ts";
import { LevelMark } from "../icons/LevelMark.tsx";
import { clock } from "../model/leave.ts";
import { townName } from "../model/town.ts";

/** What is in force, in the authority's own words, above everything that we say. */
export function Official() {
  const { state, say } = useApp();
  const live = state.live;
  const read = useReadings(state.lang);
  if (live === null || live.shown.alerts.length === 0) return null;
  const town = state.region === null ? "" : townName(state.region.name, state.region.fictional, say).name;
  const views = alertViews(live.shown.alerts, state.lang);
  const grade = live.shown.alerts.map(gradeOf).find((found) => found !== null);
  return (
    <a class="official" href="#/alerts">
      <span class="vh">{say("official.label")}</span>
      {grade ? (
        <span class="one">
          <LevelMark mark={grade.mark} />
          <span>
            <b lang="ja">{drilled(grade.name)}</b>
          </span>
        </span>
      ) : null}
      {views.slice(0, 1).map((view) => (
        <One key={view.id} view={view} />
      ))}
    </a>
  );

  function drilled(name: string): string {
    return read(live?.drill ? `【訓練】${name}` : name);
  }

  /** The most urgent, and how many more there are: in one line, whose place is kept where there is none. */
  function One({ view }: { view: AlertView }) {
    const more = views.length - 1;
    return (
      <span class="one">
        <LevelMark mark={view.mark} />
        <span>
          <b lang="ja">{drilled(view.name)}</b>
          <br />
          {say("official.from", { time: clock(view.updatedMs), source: view.towns[0] ?? town })}
          {more > 0 ? <b> {say("official.more", { n: more })}</b> : null}
        </span>
      </span>
    );
  }
}
