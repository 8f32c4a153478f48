import type { AlertRecord, Preview } from "../api.ts";
import { useOffice } from "../context.ts";
import { timeOf } from "../i18n/say.ts";
import { sendingOf, waitedMin } from "./sending.ts";
import { Twice } from "./Twice.tsx";

export type OnStep = (name: string, body?: object, text?: string) => void;

interface Props {
  readonly record: AlertRecord;
  readonly onStep: OnStep;
}

/** The second person: asked for, waited for, or oneself. */
export function Second({ record, onStep }: Props) {
  const { say, session, may } = useOffice();
  const { state, wrote, needs_second: needed, draft, approved_by: by } = record;
  const filled = draft.drill ? "act hollow" : "act";
  if (state === "approved") return <Approved record={record} by={by} />;
  if (state === "draft") {
    return may("operator") ? (
      <>
        {lapsed(record) ? <p class="warned">{say("lapsed")}</p> : null}
        <button type="button" class={filled} onClick={() => onStep("submit", {}, say(needed ? "asked" : "settled"))}>
          {say(needed ? "submit" : "submitOne")}
        </button>
      </>
    ) : null;
  }
  if (state !== "submitted" || !needed) return null;
  const own = wrote.includes(session.account);
  if (own || !may("approver")) return <p class="note">{say(own ? "ownDraft" : "needApprover")}</p>;
  return (
    <button type="button" class={filled} onClick={() => onStep("approve", {}, say("approved"))}>
      {say("approve")}
    </button>
  );
}

/** The one action of the page: it says in numbers what it does, or why it cannot; it is pressed twice. */
export function Send({ record, preview, onStep }: Props & { readonly preview: Preview | null }) {
  const { say, may } = useOffice();
  if (!may("operator")) return null;
  const { label, why } = sendingOf(record, preview, say);
  const [main = label, more] = label.split(" — ");
  return (
    <Twice
      label={main}
      more={more}
      confirm={say("confirmSend")}
      class={record.draft.drill ? "act send hollow" : "act send"}
      why={why === null ? null : say(why, { n: waitedMin(record, new Date()) })}
      onPress={() => onStep("issue", {}, say("sent"))}
      of={`${record.id} ${record.version}`}
    />
  );
}

/** After sending: nothing is taken back, it is replaced. */
export function After({ record, onStep, onUpdate }: Props & { readonly onUpdate: () => void }) {
  const { say, may } = useOffice();
  if (!may("operator")) return null;
  const why = record.needs_second && !may("approver") ? say("endNeeds") : null;
  const of = `${record.id} ${record.version}`;
  return (
    <>
      <button type="button" class="btn" onClick={onUpdate}>
        {say("update")}
      </button>
      {(["clear", "cancel"] as const).map((how) => (
        <Twice
          key={how}
          label={say(how)}
          confirm={say("confirmEnd", { what: say(how) })}
          why={why}
          onPress={() => onStep("cancel", { all_clear: how === "clear" }, say("ended.told"))}
          of={of}
        />
      ))}
      <p class="small">{say("noErasing")}</p>
    </>
  );
}

/** Who approved, and until when that holds: ten minutes, then somebody must look once more. */
function Approved({ record, by }: { readonly record: AlertRecord; readonly by: string | null }) {
  const { say } = useOffice();
  const { approval_ends_at: ends } = record;
  const until = ends === null ? "" : timeOf(ends, new Date());
  return (
    <div class="second">
      <p>{say("approvedBy", { name: nameIn(record, by) })}</p>
      <p class="small">{say("approvedUntil", { time: until })}</p>
    </div>
  );
}

function lapsed({ history }: AlertRecord): boolean {
  return history.at(-1)?.step === "lapse";
}

function nameIn({ history }: AlertRecord, account: string | null): string {
  return history.findLast((mark) => mark.account === account)?.name || (account ?? "");
}
