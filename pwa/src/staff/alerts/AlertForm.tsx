import { useState } from "preact/hooks";
import type { AlertRecord } from "../api.ts";
import { useOffice } from "../context.ts";
import { StaffMap } from "../map/StaffMap.tsx";
import {
  draftOf,
  type Grade,
  isComplete,
  type Kind,
  type Level,
  levelsFor,
  pointsIn,
  type Typed,
  type Where,
  withoutLast,
  withPoint,
} from "./draft.ts";

/** The eight official kinds, by their Japanese and English names. */
const KINDS: readonly (readonly [Kind, string, string])[] = [
  ["flood", "洪水", "flood"],
  ["landslide", "土砂災害", "landslide"],
  ["storm_surge", "高潮", "storm surge"],
  ["earthquake", "地震", "earthquake"],
  ["tsunami", "津波", "tsunami"],
  ["large_fire", "大規模な火事", "large fire"],
  ["inland_flood", "内水氾濫", "inland flooding"],
  ["volcano", "火山現象", "volcano"],
];
const GRADES: readonly Grade[] = ["major_warning", "warning", "advisory"];
const WHERES: readonly (readonly [Where, "wholeArea" | "zonesOf" | "townsOf" | "meshesOf" | "drawnArea"])[] = [
  ["all", "wholeArea"],
  ["zones", "zonesOf"],
  ["towns", "townsOf"],
  ["meshes", "meshesOf"],
  ["drawn", "drawnArea"],
];

interface Props {
  readonly typed: Typed;
  /** The record that is changed; null writes a new one. */
  readonly record: AlertRecord | null;
  readonly onSaved: (record: AlertRecord) => void;
  readonly onBack: () => void;
}

/** What, where, in which words. Nothing is sent from here. */
export function AlertForm({ typed: begun, record, onSaved, onBack }: Props) {
  const { say, lang, desk, drill, done, world } = useOffice();
  const [typed, setTyped] = useState(begun);
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const isDrill = record?.draft.drill ?? drill ?? false;

  const toggle = (kind: Kind) => {
    const kinds = typed.kinds.includes(kind) ? typed.kinds.filter((one) => one !== kind) : [...typed.kinds, kind];
    const fits = typed.level !== null && levelsFor(kinds).includes(typed.level);
    change({ kinds, level: fits ? typed.level : null });
  };
  async function save(event: Event) {
    event.preventDefault();
    const draft = draftOf(typed, isDrill);
    const told = record
      ? await desk.put<AlertRecord>(`alerts/${record.id}`, { ...draft, version: record.version })
      : await desk.post<AlertRecord>("alerts", draft);
    if (done(told, say("saved")) && told.ok) onSaved(told.value);
  }
  return (
    <form class="split" onSubmit={save}>
      <div class="stack">
        <button type="button" class="btn" onClick={onBack}>
          {say("back")}
        </button>
        <section class="card stack">
          <h2>{say("step.what")}</h2>
          <fieldset class="choices">
            <legend>{say("kinds")}</legend>
            {KINDS.map(([kind, ja, en]) => (
              <label key={kind}>
                <input type="checkbox" checked={typed.kinds.includes(kind)} onChange={() => toggle(kind)} />
                {lang === "ja" ? ja : en}
              </label>
            ))}
          </fieldset>
          <fieldset class="choices">
            <legend>{say("level")}</legend>
            {levelsFor(typed.kinds).map((level: Level) => (
              <label key={level} class={`level l${level}`}>
                <input type="radio" name="level" checked={typed.level === level} onChange={() => change({ level })} />
                {say(`level.${level}`)}
              </label>
            ))}
          </fieldset>
          {typed.kinds.includes("tsunami") ? (
            <fieldset class="choices">
              <legend>{say("grade")}</legend>
              {GRADES.map((grade) => (
                <label key={grade}>
                  <input type="radio" name="grade" checked={typed.grade === grade} onChange={() => change({ grade })} />
                  {say(`grade.${grade}`)}
                </label>
              ))}
            </fieldset>
          ) : null}
        </section>
        <section class="card stack">
          <h2>{say("step.where")}</h2>
          <div class="choices">
            {WHERES.map(([where, key]) => (
              <label key={where}>
                <input type="radio" name="where" checked={typed.where === where} onChange={() => change({ where })} />
                {say(key)}
              </label>
            ))}
          </div>
          {typed.where === "towns" ? (
            <label>
              {say("townsOf")}
              <textarea
                rows={2}
                value={typed.towns}
                onInput={(event) => change({ towns: event.currentTarget.value })}
              />
            </label>
          ) : null}
          {typed.where === "meshes" ? (
            <label>
              {say("meshesOf")}
              <textarea
                rows={2}
                value={typed.meshes}
                onInput={(event) => change({ meshes: event.currentTarget.value })}
              />
            </label>
          ) : null}
          {typed.where === "drawn" ? (
            <>
              <label>
                {say("points")}
                <textarea
                  rows={2}
                  value={typed.points}
                  onInput={(event) => change({ points: event.currentTarget.value })}
                />
              </label>
              <button type="button" class="btn" onClick={() => change({ points: withoutLast(typed.points) })}>
                {say("undo")}
              </button>
            </>
          ) : null}
        </section>
        <section class="card stack">
          <h2>{say("step.words")}</h2>
          <label>
            {say("source")}
            <input
              value={typed.source}
              maxLength={400}
              onInput={(event) => change({ source: event.currentTarget.value })}
            />
          </label>
          <label>
            {say("note")}
            <textarea
              rows={2}
              lang="ja"
              value={typed.note}
              onInput={(event) => change({ note: event.currentTarget.value })}
            />
          </label>
          <label>
            {say("untilLabel")}
            <input
              type="datetime-local"
              value={typed.until}
              onInput={(event) => change({ until: event.currentTarget.value })}
            />
          </label>
        </section>
        <button type="submit" class={isDrill ? "act hollow" : "act"} disabled={!isComplete(typed)}>
          {isDrill ? "【訓練】" : ""}
          {say("save")}
        </button>
      </div>
      <StaffMap
        closures={world.real.closures}
        drawn={[]}
        ring={typed.where === "drawn" ? pointsIn(typed.points) : []}
        onPick={(lon, lat) => typed.where === "drawn" && change({ points: withPoint(typed.points, lon, lat) })}
      />
    </form>
  );
}
