import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { LevelMark } from "../../icons/LevelMark.tsx";
import type { AlertRecord, Preview } from "../api.ts";
import { useOffice } from "../context.ts";
import { stateOf } from "../desk/state.ts";
import { type Key, timeOf } from "../i18n/say.ts";
import { StaffMap } from "../map/StaffMap.tsx";
import { outlineOf } from "./cells.ts";
import { markOf, nameOf } from "./names.ts";
import { PreviewCard } from "./PreviewCard.tsx";
import { Rail } from "./Rail.tsx";
import { After, type OnStep, Second, Send } from "./SendPanel.tsx";
import { grouped } from "./sending.ts";
import { Twice } from "./Twice.tsx";

const BEFORE: readonly string[] = ["draft", "submitted", "approved"];

interface Props {
  readonly record: AlertRecord;
  readonly onChanged: () => void;
  readonly onBack: () => void;
  readonly onEdit: () => void;
  readonly onUpdate: () => void;
}

/** One alert: the answers left, how it will look, who it reaches, and the next step right. */
export function AlertOne({ record, onChanged, onBack, onEdit, onUpdate }: Props) {
  const { say, desk, done, world, drill } = useOffice();
  const [preview, setPreview] = useState<Preview | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, version, state, draft } = record;
  useEffect(() => heading.current?.focus(), [id]);
  // a new version is previewed anew
  useEffect(() => {
    let current = true;
    desk.get<Preview>(`alerts/${id}/preview`).then((told) => {
      if (!current) return;
      if (told.ok) setPreview(told.value);
      else done(told);
    });
    return () => {
      current = false;
    };
  }, [desk, done, id, version]);
  const outline = useMemo(
    () => outlineOf((draft.extent?.polygons ?? []) as [number, number][][], preview?.audience.meshes ?? []),
    [draft, preview],
  );
  const step: OnStep = async (name, body = {}, text) => {
    done(await desk.post(`alerts/${id}/${name}`, { version, ...body }), text);
    onChanged();
  };
  return (
    <div class="one">
      <div class="stack answers">
        <button type="button" class="btn" onClick={onBack}>
          {say("back")}
        </button>
        <Rail record={record} />
      </div>
      <div class="stack looks">
        <h2 ref={heading} tabIndex={-1} class="title">
          <LevelMark mark={markOf(draft.level, draft.grade)} />
          <span>
            {draft.drill ? "【訓練】" : ""}
            {nameOf(record, say)}
          </span>
          <span class={`status s-${state}`}>{say(`state.${state}`)}</span>
        </h2>
        {preview ? <PreviewCard record={record} preview={preview} /> : <p>…</p>}
        <History record={record} />
      </div>
      <aside class="stack" aria-label={say("reach")}>
        <StaffMap closures={stateOf(world, drill).closures} drawn={outline} ring={[]} />
        <Numbers preview={preview} />
        <Back record={record} onStep={step} onEdit={onEdit} onUpdate={onUpdate} />
      </aside>
      <Next record={record} preview={preview} onStep={step} />
    </div>
  );
}

/** Whom it reaches. */
function Numbers({ preview }: { readonly preview: Preview | null }) {
  const { say } = useOffice();
  if (preview === null) return null;
  const { audience, bounds } = preview;
  const people = audience.residents === null ? "—" : grouped(audience.residents);
  return (
    <>
      <dl class="numbers">
        <div>
          <dt>{say("num.people")}</dt>
          <dd>{people}</dd>
        </div>
        <div>
          <dt>{say("num.phones")}</dt>
          <dd>{grouped(audience.subscriptions)}</dd>
        </div>
        <div>
          <dt>{say("num.cells")}</dt>
          <dd>{audience.meshes.length}</dd>
        </div>
      </dl>
      <p class="small">
        {audience.residents === null ? `${say("residentsUnknown")} ` : ""}
        {bounds.length > 0 ? `${say("bounds", { names: bounds.join("、") })} ` : ""}
        {say("notDelivered")}
      </p>
    </>
  );
}

interface NextProps {
  readonly record: AlertRecord;
  readonly preview: Preview | null;
  readonly onStep: OnStep;
}

/** The next step: in reach of the thumb, whatever is read meanwhile. */
function Next({ record, preview, onStep }: NextProps) {
  const { say } = useOffice();
  if (![...BEFORE, "issuing"].includes(record.state)) return null;
  return (
    <section class="stack sendbar" aria-label={say("step.send")}>
      <Second record={record} onStep={onStep} />
      <Send record={record} preview={preview} onStep={onStep} />
    </section>
  );
}

interface BackProps {
  readonly record: AlertRecord;
  readonly onStep: OnStep;
  readonly onEdit: () => void;
  readonly onUpdate: () => void;
}

/** The ways back, always in the same place; after sending, what replaces it. */
function Back({ record, onStep, onEdit, onUpdate }: BackProps) {
  const { say, may } = useOffice();
  const { state } = record;
  if (state === "issued") return <After record={record} onStep={onStep} onUpdate={onUpdate} />;
  if (!BEFORE.includes(state) || !may("operator")) return null;
  return (
    <>
      <button type="button" class="btn" onClick={onEdit}>
        {say(state === "draft" ? "editDraft" : "edit")}
      </button>
      <button
        type="button"
        class="btn"
        disabled={state === "draft"}
        onClick={() => onStep("return", {}, say("givenBack"))}
      >
        {say(state === "draft" ? "isDraft" : "giveBack")}
      </button>
      <Twice
        label={say("withdraw")}
        confirm={say("confirmEnd", { what: say("withdraw") })}
        onPress={() => onStep("withdraw", {}, say("withdrawn"))}
        of={`${record.id} ${record.version}`}
      />
    </>
  );
}

const DID: Readonly<Record<string, Key>> = {
  write: "did.write",
  edit: "did.edit",
  submit: "did.submit",
  approve: "did.approve",
  issue: "did.issue",
  return: "did.return",
  withdraw: "did.withdraw",
  lapse: "did.lapse",
  done: "did.done",
  replace: "did.replace",
  cancel: "did.cancel",
  clear: "did.clear",
  undo: "did.undo",
};

function History({ record }: { readonly record: AlertRecord }) {
  const { say } = useOffice();
  return (
    <section class="card">
      <h2>{say("history")}</h2>
      <ol class="list">
        {record.history.map((mark) => (
          <li key={`${mark.at} ${mark.step}`}>
            {timeOf(mark.at, new Date())}　{mark.name || mark.account}　
            <b>{DID[mark.step] ? say(DID[mark.step] as Key) : mark.step}</b> {mark.note}
          </li>
        ))}
      </ol>
    </section>
  );
}
