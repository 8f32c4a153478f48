import { useMemo, useState } from "preact/hooks";
import { type Lang, NAMES, tagOf } from "../../i18n/messages.ts";
import type { AlertRecord, Preview } from "../api.ts";
import { useOffice } from "../context.ts";
import { Checks } from "./Checks.tsx";
import { Card } from "./resident/Card.tsx";
import { factsOf } from "./resident/facts.ts";
import { Screens } from "./resident/Screens.tsx";

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
  const drill = record.draft.drill ?? false;
  const alert = useMemo(() => factsOf(record, preview, new Date().toISOString()), [record, preview]);
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
      <Screens screens={preview.people.screens} alert={alert} drill={drill} lang={lang} />
      <div class="pair">
        <article class="lock">
          <p class="cap">{say("notification")}</p>
          <div lang={tagOf(lang)}>
            <b>{told.title}</b>
            <p class="body">{told.body}</p>
          </div>
          <p class="small">{say("outside.told")}</p>
        </article>
        <article class="lock" lang="ja">
          <p class="cap">
            {say("speaker")}　{say("seconds", { n: speaker.seconds })} {speaker.siren}
          </p>
          <p class="spoken">{speaker.text}</p>
        </article>
      </div>
      <Checks preview={preview} />
      <details>
        <summary>{say("card.title")}</summary>
        <div class="phone letter">
          <Card alert={alert} drill={drill} lang={lang} />
          {text?.reference ? <p class="small">{say("reference")}</p> : null}
        </div>
      </details>
    </section>
  );
}

/** Title and body of a payload (api/push/notice.py). */
function notification(push: string | undefined): { readonly title: string; readonly body: string } {
  const told = JSON.parse(push ?? "{}") as { notification?: { title?: string; body?: string } };
  return { title: told.notification?.title ?? "", body: told.notification?.body ?? "" };
}
