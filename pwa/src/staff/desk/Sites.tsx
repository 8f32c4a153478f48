import { useState } from "preact/hooks";
import { newKey, type World } from "../api.ts";
import { useOffice } from "../context.ts";
import { timeOf } from "../i18n/say.ts";
import { stateOf } from "./state.ts";

const STATUSES = ["open", "filling", "full", "closed"] as const;
const FACILITIES = [
  "wheelchair",
  "toilet",
  "accessible_toilet",
  "water",
  "power",
  "pets",
  "welfare",
  "infants",
  "medical",
] as const;
type Site = World["real"]["sites"][number];
type Facility = Site["facilities"][number];

/** The state of every evacuation site. */
export function Sites() {
  const { say, world, drill, may } = useOffice();
  const { sites } = stateOf(world, drill);
  const [wanted, setWanted] = useState("");
  return (
    <section class="stack">
      {drill === null && may("operator") ? <p class="note">{say("chooseMode")}</p> : null}
      <label>
        {say("findSite")}
        <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      <ul class="list">
        {sites
          .filter(({ name }) => name.includes(wanted.trim()))
          .map((site) => (
            <Row key={`${site.id} ${site.told_at}`} site={site} />
          ))}
      </ul>
    </section>
  );
}

function Row({ site }: { readonly site: Site }) {
  const { say, desk, done, drill, may } = useOffice();
  const [people, setPeople] = useState(site.people === null ? "" : String(site.people));
  const [facilities, setFacilities] = useState<readonly Facility[]>(site.facilities);
  const [note, setNote] = useState(site.note);
  const tell = async (status: (typeof STATUSES)[number]) => {
    const count = people === "" ? null : Number(people);
    const body = { status, people: count, note, facilities, drill, key: newKey() };
    done(await desk.post(`sites/${encodeURIComponent(site.id)}`, body), `${site.name}：${say(`status.${status}`)}`);
  };
  return (
    <li class="card row site">
      <p>
        <b>{site.name}</b>
        <br />
        <span class={`status s-${site.status ?? "none"}`}>{say(`status.${site.status ?? "none"}`)}</span>{" "}
        <small>{site.told_at ? timeOf(site.told_at, new Date()) : ""}</small>
        {site.facilities.length > 0 ? (
          <>
            <br />
            <small>{site.facilities.map((one) => say(`facility.${one}`)).join("・")}</small>
          </>
        ) : null}
      </p>
      {may("operator") && drill !== null ? (
        <>
          <div class="statuses">
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
          <There
            people={people}
            onPeople={setPeople}
            facilities={facilities}
            onFacilities={setFacilities}
            note={note}
            onNote={setNote}
          />
        </>
      ) : null}
    </li>
  );
}

interface ThereProps {
  readonly people: string;
  readonly onPeople: (people: string) => void;
  readonly facilities: readonly Facility[];
  readonly onFacilities: (facilities: readonly Facility[]) => void;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** How many there are, what can be used, and a note: told with the next press of a state. */
function There({ people, onPeople, facilities, onFacilities, note, onNote }: ThereProps) {
  const { say } = useOffice();
  const toggle = (one: Facility) =>
    onFacilities(facilities.includes(one) ? facilities.filter((other) => other !== one) : [...facilities, one]);
  return (
    <details class="there">
      <summary>{say("facilities")}</summary>
      <label>
        {say("headCount")}
        <input
          inputMode="numeric"
          pattern="[0-9]*"
          value={people}
          onInput={(event) => onPeople(event.currentTarget.value)}
        />
      </label>
      <fieldset class="choices">
        <legend>{say("facilities.now")}</legend>
        {FACILITIES.map((one) => (
          <label key={one}>
            <input type="checkbox" checked={facilities.includes(one)} onChange={() => toggle(one)} />
            {say(`facility.${one}`)}
          </label>
        ))}
      </fieldset>
      <label>
        {say("siteNote")}
        <input value={note} maxLength={300} lang="ja" onInput={(event) => onNote(event.currentTarget.value)} />
      </label>
      <p class="small">{say("facilities.how")}</p>
    </details>
  );
}
