import type { Schemas } from "../api.ts";
import { useOffice } from "../context.ts";
import { hasText, type Say, timeOf } from "../i18n/say.ts";
import { useList } from "../useList.ts";

const LOOK_MS = 3_000;
const COUNTS = ["total", "accepted", "gone", "failed"] as const;

/** How notices go out. */
export function Push() {
  const { say } = useOffice();
  const [told] = useList<Schemas["PushAnswer"]>("push", LOOK_MS);
  if (told === null) return <p>…</p>;
  return (
    <section class="card stack">
      <p>{say("subscriptions", { n: told.health.subscriptions })}</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say("notification")}</th>
              {COUNTS.map((name) => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.notices.map(({ notice, title, counts }) => (
              <tr key={notice}>
                <th scope="row">{title || notice}</th>
                {COUNTS.map((name) => (
                  <td key={name}>{counts[name] ?? 0}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {told.dead.length > 0 ? (
        <details>
          <summary>{say("dead")}</summary>
          <pre>{told.dead.map((one) => JSON.stringify(one)).join("\n")}</pre>
        </details>
      ) : null}
    </section>
  );
}

/** Who did what. */
export function Audit() {
  const { say } = useOffice();
  const [told] = useList<Schemas["AuditList"]>("audit?limit=200", LOOK_MS);
  if (told === null) return <p>…</p>;
  return (
    <section class="card scroll">
      <table class="tall">
        <thead>
          <tr>
            <th scope="col">{say("when")}</th>
            <th scope="col">{say("who")}</th>
            <th scope="col">{say("did")}</th>
            <th scope="col">{say("facts")}</th>
          </tr>
        </thead>
        <tbody>
          {told.entries.map((one) => (
            <tr key={one.id}>
              <td>{timeOf(one.at, new Date())}</td>
              <td>{one.name || one.account}</td>
              <td>{actionOf(one.action, say)}</td>
              <td>
                <small>{factsOf(one.facts, say)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What was done, in the page's words; what has none is told as it was noted. */
function actionOf(action: string, say: Say): string {
  const key = `act.${action}`;
  return hasText(key) ? say(key) : action;
}

/** Everything that was noted, by its name in the page's words where there is one. */
function factsOf(facts: Readonly<Record<string, unknown>>, say: Say): string {
  const told = Object.entries(facts).filter(
    ([, value]) => value !== "" && value !== null && value !== false && value !== 0,
  );
  return told
    .map(([name, value]) => {
      const key = `fact.${name}`;
      const words = typeof value === "object" ? JSON.stringify(value) : String(value);
      return `${hasText(key) ? say(key) : name} ${words}`;
    })
    .join(" · ");
}
