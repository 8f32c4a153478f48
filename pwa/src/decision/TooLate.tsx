import { useApp } from "../app/context.ts";

/** What is left to do where nobody may travel any more: up, away from what comes, and be found. */
export function TooLate({ slope }: { slope: boolean }) {
  const { say } = useApp();
  const things = [slope ? "late.slope" : "late.up", slope ? "late.door" : "late.roof", "late.signal"] as const;
  return (
    <ol class="steps" aria-label={say("late.title")}>
      {things.map((key) => (
        <li key={key}>
          <b>{say(key)}</b>
        </li>
      ))}
    </ol>
  );
}
