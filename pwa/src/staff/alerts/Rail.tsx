import type { AlertRecord } from "../api.ts";
import { useOffice } from "../context.ts";
import { timeOf } from "../i18n/say.ts";
import { kindName, nameOf } from "./names.ts";

const BEFORE = ["draft", "submitted", "approved", "issuing"];

/** The steps with the answers that were given: they stay in sight. */
export function Rail({ record }: { readonly record: AlertRecord }) {
  const { say, lang } = useOffice();
  const { draft, state } = record;
  const { towns = [], meshes = [], polygons = [], zones = [] } = draft.extent ?? {};
  const parts = [
    ...towns,
    ...(meshes.length > 0 ? [say("meshes", { n: meshes.length })] : []),
    ...(polygons.length > 0 ? [say("drawnArea")] : []),
    ...(zones.length > 0 ? [say("zonesOf")] : []),
  ];
  const until = draft.until ? say("until", { time: timeOf(draft.until, new Date()) }) : say("untilLifted");
  const kinds = draft.kinds.map((kind) => kindName(kind, lang)).join("・");
  const sent = !BEFORE.includes(state);
  const steps = [
    { key: "step.what", told: `${kinds}　${nameOf(record, say)}`, done: true },
    { key: "step.where", told: parts.join("、") || say("wholeArea"), done: true },
    { key: "step.words", told: [draft.source, draft.note?.["ja"], until].filter(Boolean).join("／"), done: true },
    { key: "step.preview", told: "", done: state !== "draft" },
    { key: "step.second", told: "", done: state === "approved" || sent },
    { key: "step.send", told: "", done: sent },
  ] as const;
  const current = steps.findIndex(({ done }) => !done);
  return (
    <ol class="rail" aria-label={say("steps")}>
      {steps.map(({ key, told, done }, i) => (
        <li key={key} class={done ? "done" : ""} aria-current={i === current ? "step" : undefined}>
          <b>
            {done ? <span aria-hidden="true">✓ </span> : null}
            {say(key)}
          </b>
          {told ? <p>{told}</p> : null}
        </li>
      ))}
    </ol>
  );
}
