import { useState } from "preact/hooks";
import { LevelMark } from "../../icons/LevelMark.tsx";
import type { AlertRecord, Schemas } from "../api.ts";
import { useOffice } from "../context.ts";
import { timeOf } from "../i18n/say.ts";
import { useList } from "../useList.ts";
import { AlertForm } from "./AlertForm.tsx";
import { AlertOne } from "./AlertOne.tsx";
import { EMPTY, type Typed, typedOf } from "./draft.ts";
import { kindName, markOf, nameOf } from "./names.ts";

const LOOK_MS = 4_000;
const OVER = new Set(["withdrawn", "replaced", "cancelled", "cleared"]);

/** What is shown: the list, a form, or one alert. */
type Shown =
  | { readonly what: "list" }
  | { readonly what: "form"; readonly typed: Typed; readonly record: AlertRecord | null }
  | { readonly what: "one"; readonly id: string };

/** Alerts: write, preview, approve, send, update, end. */
export function Alerts() {
  const { say, lang, drill, may } = useOffice();
  const [shown, setShown] = useState<Shown>({ what: "list" });
  // somebody else may have approved
  const [told, look] = useList<Schemas["AlertList"]>("alerts", LOOK_MS);
  const alerts = told?.alerts ?? [];
  const list = () => setShown({ what: "list" });
  if (shown.what === "form") {
    const saved = (record: AlertRecord) => {
      look();
      setShown({ what: "one", id: record.id });
    };
    return <AlertForm typed={shown.typed} record={shown.record} onSaved={saved} onBack={list} />;
  }
  const one = shown.what === "one" ? alerts.find(({ id }) => id === shown.id) : undefined;
  if (one !== undefined) {
    const edit = (typed: Typed, record: AlertRecord | null) => setShown({ what: "form", typed, record });
    return (
      <AlertOne
        record={one}
        onChanged={look}
        onBack={list}
        onEdit={() => edit(typedOf(one), one)}
        onUpdate={() => edit({ ...typedOf(one), replaces: one.alert }, null)}
      />
    );
  }
  const here = alerts.filter(({ draft }) => drill === null || draft.drill === drill);
  const groups = [
    { key: "drafts", rows: here.filter(({ state }) => !OVER.has(state) && state !== "issued") },
    { key: "inForce", rows: here.filter(({ state }) => state === "issued") },
    { key: "past", rows: here.filter(({ state }) => OVER.has(state)) },
  ] as const;
  return (
    <div class="stack">
      {may("operator") ? (
        <button
          type="button"
          class={drill ? "act hollow" : "act"}
          disabled={drill === null}
          onClick={() => setShown({ what: "form", typed: EMPTY, record: null })}
        >
          {say("newAlert")}
        </button>
      ) : null}
      {drill === null ? <p class="note">{say("chooseMode")}</p> : null}
      {groups.map(({ key, rows }) => (
        <section key={key} class="card">
          <h2>{say(key)}</h2>
          <ul class="list">
            {rows.map((record) => (
              <li key={record.id}>
                <button type="button" class="line" onClick={() => setShown({ what: "one", id: record.id })}>
                  <LevelMark mark={markOf(record.draft.level, record.draft.grade)} />
                  <b>
                    {record.draft.drill ? "【訓練】" : ""}
                    {nameOf(record, say)}　{record.draft.kinds.map((kind) => kindName(kind, lang)).join("・")}
                  </b>
                  <span class={`status s-${record.state}`}>{say(`state.${record.state}`)}</span>
                  <small>{timeOf(record.history.at(-1)?.at ?? "", new Date())}</small>
                </button>
              </li>
            ))}
          </ul>
          {rows.length === 0 ? <p>{say("nothing")}</p> : null}
        </section>
      ))}
    </div>
  );
}
