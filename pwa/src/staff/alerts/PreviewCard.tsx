import { useState } from "preact/hooks";
import { type Lang, NAMES } from "../../i18n/messages.ts";
import type { AlertRecord, Preview } from "../api.ts";
import { useOffice } from "../context.ts";
import { Resident } from "./Resident.tsx";
import { problemText } from "./sending.ts";

interface Props {
  readonly record: AlertRecord;
  readonly preview: Preview;
}

/** Exactly what residents will read, hear and get, inside the area and outside. */
export function PreviewCard({ record, preview }: Props) {
  const { say } = useOffice();
  const [lang, setLang] = useState<Lang>("ja");
  const text = preview.texts[lang] ?? preview.texts["ja"];
  const { speaker } = preview;
  const told = notification(text?.push);
  return (
    <section class="preview stack" aria-labelledby="preview">
      <div class="row">
        <h2 id="preview">{say("step.preview")}</h2>
        <label class="inline">
          {say("language")}
          <select value={lang} onChange={(event) => setLang(event.currentTarget.value as Lang)}>
            {(Object.keys(preview.texts) as Lang[]).map((one) => (
              <option key={one} value={one}>
                {NAMES[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="pair">
        <article class="phone">
          <p class="cap">{say("inside")}</p>
          <div lang={lang}>
            <Resident record={record} preview={preview} lang={lang} />
          </div>
          {text?.reference ? <p class="small">{say("reference")}</p> : null}
        </article>
        <div class="stack">
          <article class="lock">
            <p class="cap">{say("notification")}</p>
            <div lang={lang}>
              <b>{told.title}</b>
              <p class="body">{told.body}</p>
            </div>
          </article>
          <article class="lock">
            <p class="cap">{say("outside")}</p>
            <p>{say("outside.told")}</p>
          </article>
        </div>
      </div>
      <article class="lock" lang="ja">
        <p class="cap">
          {say("speaker")}　{say("seconds", { n: speaker.seconds })} {speaker.siren}
        </p>
        <p class="spoken">{speaker.text}</p>
      </article>
      <Checks preview={preview} />
    </section>
  );
}

/** What to look at before sending: it warns, and does not block. */
function Checks({ preview }: { readonly preview: Preview }) {
  const { say } = useOffice();
  const { problems, difference } = preview;
  const added = [...(difference?.towns_added ?? []), ...(difference?.meshes_added ?? [])];
  const removed = [...(difference?.towns_removed ?? []), ...(difference?.meshes_removed ?? [])];
  if (problems.length === 0 && difference === null) return null;
  return (
    <section>
      <h3>{say("problems")}</h3>
      <ul class="checks">
        {difference ? (
          <li>
            <span>
              {say("difference")}：{say("levelBefore", { level: difference.level_before ?? "—" })} ＋
              {added.join("、") || "0"} −{removed.join("、") || "0"}
            </span>
          </li>
        ) : null}
        {problems.map((problem) => (
          <li key={`${problem.where} ${problem.found}`} class={problem.where === "until" ? "" : "warn"}>
            <b aria-hidden="true">{problem.where === "until" ? "?" : "！"}</b>
            <span>{problemText(problem, say)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Title and body of a payload (api/push/notice.py). */
function notification(push: string | undefined): { readonly title: string; readonly body: string } {
  const told = JSON.parse(push ?? "{}") as { notification?: { title?: string; body?: string } };
  return { title: told.notification?.title ?? "", body: told.notification?.body ?? "" };
}
