import { useState } from "preact/hooks";
import { newKey, type World } from "../api.ts";
import { useOffice } from "../context.ts";
import { timeOf } from "../i18n/say.ts";
import { stateOf } from "./state.ts";

const STATUSES = ["open", "filling", "full", "closed"] as const;
type Site = World["real"]["sites"][number];

/** The state of every evacuation site. */
export function Sites() {
  const { say, world, drill, may } = useOffice();
  const { sites } = stateOf(world, drill);
  return (
    <section class="stack">
      {drill === null && may("operator") ? <p class="note">{say("chooseMode")}</p> : null}
      <ul class="list">
        {sites.map((site) => (
          <Row key={`${site.id} ${site.told_at}`} site={site} />
        ))}
      </ul>
    </section>
  );
}

function Row({ site }: { readonly site: Site }) {
  const { say, desk, done, drill, may } = useOffice();
  const [people, setPeople] = useState(site.people === null ? "" : String(site.people));
  const tell = async (status: (typeof STATUSES)[number]) => {
    const body = { status, people: people === "" ? null : Number(people), note: site.note, drill, key: newKey() };
    done(await desk.post(`sites/${encodeURIComponent(site.id)}`, body), `${site.name}：${say(`status.${status}`)}`);
  };
  return (
    <li class="card row site">
      <p>
        <b>{site.name}</b>
        <br />
        <span class={`status s-${site.status ?? "none"}`}>{say(`status.${site.status ?? "none"}`)}</span>{" "}
        <small>{site.told_at ? timeOf(site.told_at, new Date()) : ""}</small>
      </p>
      {may("operator") && drill !== null ? (
        <>
          <label>
            {say("headCount")}
            <input
              inputMode="numeric"
              pattern="[0-9]*"
              value={people}
              onInput={(event) => setPeople(event.currentTarget.value)}
            />
          </label>
          <div class="row">
            {STATUSES.map((status) => (
              <button
                key={status}
                type="button"
                class="btn"
                aria-pressed={site.status === status}
                onClick={() => tell(status)}
              >
                {say(`status.${status}`)}
              </button>
            ))}
          </div>
        </>
      ) : null}
    </li>
  );
}
