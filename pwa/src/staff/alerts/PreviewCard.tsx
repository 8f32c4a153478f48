import { useState } from "preact/hooks";
import type { Preview } from "../api.ts";
import { useOffice } from "../context.ts";
import { grouped } from "./sending.ts";

/** Exactly what residents will read, hear and get, and how many they are. */
export function PreviewCard({ preview }: { readonly preview: Preview }) {
  const { say } = useOffice();
  const [lang, setLang] = useState("ja");
  const text = preview.texts[lang] ?? preview.texts["ja"];
  const { audience, speaker, bounds, problems, difference } = preview;
  return (
    <section class="card stack">
      <h2>{say("step.preview")}</h2>
      {problems.length > 0 ? (
        <div class="problems">
          <b>{say("problems")}</b>
          <ul>
            {problems.map(({ where, expected, found }) => (
              <li key={`${where} ${found}`}>
                {where}: {expected} ← {found}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {difference ? (
        <p>
          {say("difference")}：{say("levelBefore", { level: difference.level_before ?? "—" })} ＋
          {[...difference.towns_added, ...difference.meshes_added].join("、") || "0"} −
          {[...difference.towns_removed, ...difference.meshes_removed].join("、") || "0"}
        </p>
      ) : null}
      <label>
        {say("language")}
        <select value={lang} onChange={(event) => setLang(event.currentTarget.value)}>
          {Object.keys(preview.texts).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <div class="pair">
        <article class="phone" lang={lang}>
          <small lang="ja">{say("inside")}</small>
          <h3>{text?.title}</h3>
          <p class="body">{text?.body}</p>
          {text?.reference ? <small>{say("reference")}</small> : null}
        </article>
        <article class="phone" lang={lang}>
          <small lang="ja">{say("notification")}</small>
          <h3>{notification(text?.push).title}</h3>
          <p class="body">{notification(text?.push).body}</p>
        </article>
      </div>
      <article class="phone" lang="ja">
        <small>
          {say("speaker")} {speaker.siren} {say("seconds", { n: speaker.seconds })}
        </small>
        <p class="body">{speaker.text}</p>
      </article>
      <div>
        <b>{say("audience")}</b>
        <ul>
          <li>
            {audience.residents === null
              ? say("residentsUnknown")
              : say("residents", { n: grouped(audience.residents) })}
          </li>
          {audience.unsurveyed ? <li>{say("unsurveyed", { n: grouped(audience.unsurveyed) })}</li> : null}
          <li>{say("phones", { n: grouped(audience.subscriptions) })}</li>
          <li>{say("meshes", { n: audience.meshes.length })}</li>
          {bounds.length > 0 ? <li>{say("bounds", { names: bounds.join("、") })}</li> : null}
        </ul>
      </div>
    </section>
  );
}

/** Title and body of a payload (api/push/notice.py). */
function notification(push: string | undefined): { readonly title: string; readonly body: string } {
  const told = JSON.parse(push ?? "{}") as { notification?: { title?: string; body?: string } };
  return { title: told.notification?.title ?? "", body: told.notification?.body ?? "" };
}
