import type { Preview } from "../api.ts";
import { useOffice } from "../context.ts";
import { checksOf, type Tone } from "./sending.ts";

const MARKS: Readonly<Record<Tone, string>> = { good: "✓", open: "?", bad: "！" };

/** What to look at before sending: it warns, and does not block. */
export function Checks({ preview }: { readonly preview: Preview }) {
  const { say } = useOffice();
  return (
    <section>
      <h3>{say("problems")}</h3>
      <ul class="checks">
        {checksOf(preview, say).map(({ tone, text }) => (
          <li key={text} class={tone}>
            <b aria-hidden="true">{MARKS[tone]}</b>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
