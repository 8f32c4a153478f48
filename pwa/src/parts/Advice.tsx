import type { Answer } from "../api/types.ts";
import { useApp } from "../app/context.ts";
import { sentences } from "../model/sentences.ts";

/** What to do and what not to do, in whole sentences, one a line. */
export function Advice({ answer }: { answer: Answer }) {
  const { say } = useApp();
  return (
    <section class="card">
      <h2>{say("route.todo")}</h2>
      <ul class="todo">
        {sentences(answer.advice).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
