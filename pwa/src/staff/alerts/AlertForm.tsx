import { useEffect, useRef, useState } from "preact/hooks";
import { LevelMark } from "../../icons/LevelMark.tsx";
import type { AlertRecord } from "../api.ts";
import { useOffice } from "../context.ts";
import { stateOf } from "../desk/state.ts";
import { StaffMap } from "../map/StaffMap.tsx";
import { Towns } from "../map/Towns.tsx";
import {
  draftOf,
  type Grade,
  type Kind,
  type Level,
  lackOf,
  levelsFor,
  partsOf,
  pointsIn,
  type Typed,
  type Where,
  withoutLast,
  withPoint,
} from "./draft.ts";
import { KINDS, markOf } from "./names.ts";

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
  const { say, lang, desk, drill, done } = useOffice();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [typed, setTyped] = useState(begun);
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const lack = lackOf(typed);
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
    <form class="compose" onSubmit={save}>
      <div class="row">
        <button type="button" class="btn" onClick={onBack}>
          {say("back")}
        </button>
        <h2 ref={heading} tabIndex={-1}>
          {isDrill ? "【訓練】" : ""}
          {say(typed.replaces ? "update" : "newAlert")}
        </h2>
      </div>
      <section class="card stack what">
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
        <fieldset class="choices wide">
          <legend>{say("level")}</legend>
          {levelsFor(typed.kinds).map((level: Level) => (
            <label key={level}>
              <input type="radio" name="level" checked={typed.level === level} onChange={() => change({ level })} />
              <LevelMark mark={markOf(level === "none" ? null : Number(level))} />
              {say(`level.${level}`)}
            </label>
          ))}
        </fieldset>
        {typed.kinds.includes("tsunami") ? (
          <fieldset class="choices wide">
            <legend>{say("grade")}</legend>
            {GRADES.map((grade) => (
              <label key={grade}>
                <input type="radio" name="grade" checked={typed.grade === grade} onChange={() => change({ grade })} />
                <LevelMark mark={grade} />
                {say(`grade.${grade}`)}
              </label>
            ))}
          </fieldset>
        ) : null}
      </section>
      <WherePart typed={typed} change={change} />
      <WordsPart typed={typed} change={change} />
      <div class="stack save">
        <button type="submit" class={isDrill ? "act hollow" : "act"} disabled={lack !== null}>
          {isDrill ? "【訓練】" : ""}
          {say("save")}
        </button>
        {lack ? <p class="note">{say(lack)}</p> : null}
      </div>
    </form>
  );
}

interface PartProps {
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
}

/** Where: on the map and in words. Nothing is chosen beforehand. */
function WherePart({ typed, change }: PartProps) {
  const { say, world, drill } = useOffice();
  const { where } = typed;
  const isDrawn = where === "drawn";
  const pick = (lon: number, lat: number) => isDrawn && change({ points: withPoint(typed.points, lon, lat) });
  const field = where === "towns" || where === "meshes" ? where : isDrawn ? "points" : null;
  const label = { towns: "townsOf", meshes: "meshesOf", points: "points" } as const;
  return (
    <section class="card stack where">
      <h2>{say("step.where")}</h2>
      <fieldset class="choices wide">
        <legend class="vh">{say("step.where")}</legend>
        {WHERES.map(([one, key]) => (
          <label key={one}>
            <input type="radio" name="where" checked={where === one} onChange={() => change({ where: one })} />
            {say(key)}
          </label>
        ))}
      </fieldset>
      {where === "towns" ? (
        <Towns chosen={partsOf(typed.towns)} onChosen={(names) => change({ towns: names.join("、") })} />
      ) : null}
      {field ? (
        <label>
          {say(label[field])}
          <textarea rows={2} value={typed[field]} onInput={(event) => change({ [field]: event.currentTarget.value })} />
        </label>
      ) : null}
      {isDrawn ? (
        <button type="button" class="btn" onClick={() => change({ points: withoutLast(typed.points) })}>
          {say("undo")}
        </button>
      ) : null}
      <StaffMap
        closures={stateOf(world, drill).closures}
        drawn={[]}
        ring={isDrawn ? pointsIn(typed.points) : []}
        onPick={pick}
      />
    </section>
  );
}

/** What staff add to the official words. */
function WordsPart({ typed, change }: PartProps) {
  const { say } = useOffice();
  return (
    <section class="card stack words">
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
  );
}
