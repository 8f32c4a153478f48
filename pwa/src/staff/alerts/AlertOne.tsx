import { useEffect, useState } from "preact/hooks";
import type { AlertRecord, Preview } from "../api.ts";
import { useOffice } from "../context.ts";
import { timeOf } from "../i18n/say.ts";
import { nameOf } from "./names.ts";
import { PreviewCard } from "./PreviewCard.tsx";
import { sendingOf } from "./sending.ts";

interface Props {
  readonly record: AlertRecord;
  readonly onChanged: () => void;
  readonly onBack: () => void;
  readonly onEdit: () => void;
  readonly onUpdate: () => void;
}

/** One alert: how it will look, who it reaches, and the next step. */
export function AlertOne({ record, onChanged, onBack, onEdit, onUpdate }: Props) {
  const { say, desk, done, may } = useOffice();
  const [preview, setPreview] = useState<Preview | null>(null);
  const { id, version, state, draft } = record;
  // a new version is previewed anew
  useEffect(() => {
    let current = true;
    desk.get<Preview>(`alerts/${id}/preview`).then((told) => {
      if (current && done(told) && told.ok) setPreview(told.value);
    });
    return () => {
      current = false;
    };
  }, [desk, done, id, version]);

  const step = async (name: string, body: object = {}, text?: string) => {
    done(await desk.post(`alerts/${id}/${name}`, { version, ...body }), text);
    onChanged();
  };
  const before = ["draft", "submitted", "approved"].includes(state);
  return (
    <div class="stack">
      <button type="button" class="btn" onClick={onBack}>
        {say("back")}
      </button>
      <h2>
        {draft.drill ? "【訓練】" : ""}
        {nameOf(record, say)} <span class={`status s-${state}`}>{say(`state.${state}`)}</span>
      </h2>
      {preview ? <PreviewCard preview={preview} /> : <p>…</p>}
      {before ? <Second record={record} onStep={step} /> : null}
      {before || state === "issuing" ? <Send record={record} preview={preview} onStep={step} /> : null}
      {before && may("operator") ? (
        <div class="row">
          <button type="button" class="btn" onClick={onEdit}>
            {say("edit")}
          </button>
          {state === "draft" ? null : (
            <button type="button" class="btn" onClick={() => step("return")}>
              {say("giveBack")}
            </button>
          )}
          <button type="button" class="btn" onClick={() => step("withdraw")}>
            {say("withdraw")}
          </button>
        </div>
      ) : null}
      {state === "issued" && may("operator") ? (
        <div class="row">
          <button type="button" class="btn" onClick={onUpdate}>
            {say("update")}
          </button>
          <button type="button" class="btn" onClick={() => step("cancel", { all_clear: false })}>
            {say("cancel")}
          </button>
          <button type="button" class="btn" onClick={() => step("cancel", { all_clear: true })}>
            {say("clear")}
          </button>
        </div>
      ) : null}
      <section class="card">
        <h2>{say("history")}</h2>
        <ol class="list">
          {record.history.map((mark) => (
            <li key={`${mark.at} ${mark.step}`}>
              {timeOf(mark.at, new Date())} {mark.name || mark.account} <b>{mark.step}</b> {mark.note}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

type OnStep = (name: string, body?: object, text?: string) => void;

/** The second person: asked for, waited for, or oneself. */
function Second({ record, onStep }: { readonly record: AlertRecord; readonly onStep: OnStep }) {
  const { say, session, may } = useOffice();
  const { state, wrote, needs_second: needed } = record;
  if (state === "approved") return null;
  const own = wrote.includes(session.account);
  return (
    <section class="card stack">
      <h2>{say("step.second")}</h2>
      {state === "draft" && may("operator") ? (
        <button type="button" class="btn" onClick={() => onStep("submit")}>
          {say(needed ? "submit" : "submitOne")}
        </button>
      ) : null}
      {state === "submitted" && needed ? (
        <>
          <p>{say("waiting")}</p>
          <button type="button" class="btn" disabled={own || !may("approver")} onClick={() => onStep("approve")}>
            {say("approve")}
          </button>
          {own ? <p class="note">{say("ownDraft")}</p> : null}
          {!own && !may("approver") ? <p class="note">{say("needApprover")}</p> : null}
        </>
      ) : null}
    </section>
  );
}

/** The one action of the page: it says in numbers what it does, or why it cannot; it is pressed twice. */
function Send({
  record,
  preview,
  onStep,
}: {
  readonly record: AlertRecord;
  readonly preview: Preview | null;
  readonly onStep: OnStep;
}) {
  const { say, may } = useOffice();
  const [armed, setArmed] = useState(false);
  // what has changed is armed anew
  useEffect(() => setArmed(false), [record.version]);
  if (!may("operator")) return null;
  const { label, why } = sendingOf(record, preview, say);
  const press = () => {
    if (!armed) return setArmed(true);
    onStep("issue", {}, say("sent"));
  };
  return (
    <section class="card stack">
      <h2>{say("step.send")}</h2>
      <button
        type="button"
        class={record.draft.drill ? "act send hollow" : "act send"}
        disabled={why !== null}
        onClick={press}
      >
        {label}
      </button>
      {why ? <p class="note">{say(why)}</p> : null}
      {armed && why === null ? (
        <p class="note" role="alert">
          {say("confirmSend")}
        </p>
      ) : null}
    </section>
  );
}
