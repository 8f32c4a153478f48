import { useState } from "preact/hooks";
import { pointsIn, withoutLast, withPoint } from "../alerts/draft.ts";
import { kindName } from "../alerts/names.ts";
import { newKey, type Schemas } from "../api.ts";
import { useOffice } from "../context.ts";
import { momentOf, timeOf } from "../i18n/say.ts";
import { StaffMap } from "../map/StaffMap.tsx";
import { stateOf } from "./state.ts";

const FORMS = ["streets", "line", "polygon", "depth"] as const;
type Form = (typeof FORMS)[number];
type Preview = Schemas["ClosurePreview"];
type Street = Schemas["StreetAnswer"];

const DEPTHS_CM = [0, 10, 20, 30, 50, 100, 300, 500, 1000, 2000];
const WATERS = ["flood", "storm_surge", "tsunami", "inland_flood"] as const;

/** Close roads: choose, see which, then close. Reopen what is closed. */
export function Roads() {
  const { say, lang, world, drill, desk, done, may } = useOffice();
  const { closures } = stateOf(world, drill);
  const [form, setForm] = useState<Form>("streets");
  const [streets, setStreets] = useState<readonly number[]>([]);
  const [points, setPoints] = useState("");
  const [kind, setKind] = useState<(typeof WATERS)[number]>("tsunami");
  const [depth, setDepth] = useState(30);
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const [seen, setSeen] = useState<Preview | null>(null);

  const forget = () => setSeen(null);
  const body = () => {
    const ring = pointsIn(points);
    const closed = form === "polygon" && ring[0] !== undefined ? [...ring, ring[0]] : ring;
    const isDrawn = form === "line" || form === "polygon";
    const drawn = {
      form,
      points: isDrawn ? closed : [],
      kind: form === "depth" ? kind : null,
      depth_cm: form === "depth" ? depth : null,
    };
    return { drawn, streets: form === "streets" ? streets : [] };
  };
  const look = async () => {
    const told = await desk.post<Preview>("closures/preview", body());
    if (done(told) && told.ok) setSeen(told.value);
  };
  const close = async () => {
    const ends = until === "" ? null : momentOf(until);
    const told = await desk.post("closures", { ...body(), reason, until: ends, drill, key: newKey() });
    if (!done(told, say("closed"))) return;
    setStreets([]);
    setPoints("");
    setReason("");
    forget();
  };
  const pick = async (lon: number, lat: number) => {
    forget();
    if (form !== "streets") return setPoints((before) => withPoint(before, lon, lat));
    const told = await desk.get<Street>(`streets?lon=${lon}&lat=${lat}`);
    if (!told.ok) return;
    const { street } = told.value;
    setStreets((before) => (before.includes(street) ? before.filter((one) => one !== street) : [...before, street]));
  };
  const reopen = async (id: string) => {
    done(await desk.post(`closures/${encodeURIComponent(id)}/reopen`, { drill, key: newKey() }), say("reopen"));
  };
  const drawn = (seen?.geometry as { coordinates?: [number, number][][] } | undefined)?.coordinates ?? [];

  return (
    <div class="split">
      <div class="stack">
        {may("operator") ? (
          <section class="card stack">
            <h2>{say("closeRoads")}</h2>
            <fieldset class="choices">
              <legend>{say("form")}</legend>
              {FORMS.map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name="form"
                    checked={form === one}
                    onChange={() => {
                      setForm(one);
                      forget();
                    }}
                  />
                  {say(`form.${one}`)}
                </label>
              ))}
            </fieldset>
            {form === "streets" ? (
              <label>
                {say("form.streets")}
                <input
                  value={streets.join(" ")}
                  inputMode="numeric"
                  onInput={(event) => {
                    setStreets(event.currentTarget.value.split(/\D+/).filter(Boolean).map(Number));
                    forget();
                  }}
                />
              </label>
            ) : null}
            {form === "line" || form === "polygon" ? (
              <>
                <label>
                  {say("points")}
                  <textarea
                    rows={2}
                    value={points}
                    onInput={(event) => {
                      setPoints(event.currentTarget.value);
                      forget();
                    }}
                  />
                </label>
                <button type="button" class="btn" onClick={() => setPoints(withoutLast(points))}>
                  {say("undo")}
                </button>
              </>
            ) : null}
            {form === "depth" ? (
              <div class="row">
                <label>
                  {say("depthKind")}
                  <select value={kind} onChange={(event) => setKind(event.currentTarget.value as typeof kind)}>
                    {WATERS.map((one) => (
                      <option key={one} value={one}>
                        {kindName(one, lang)}
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  {say("depthCm")}
                  <select value={depth} onChange={(event) => setDepth(Number(event.currentTarget.value))}>
                    {DEPTHS_CM.map((cm) => (
                      <option key={cm} value={cm}>
                        {cm} cm
                      </option>
                    ))}
                  </select>
                </label>
              </div>
            ) : null}
            <button type="button" class="btn" onClick={look}>
              {say("look")}
            </button>
            <label>
              {say("reason")}
              <input value={reason} maxLength={300} onInput={(event) => setReason(event.currentTarget.value)} />
            </label>
            <label>
              {say("untilLabel")}
              <input type="datetime-local" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
            </label>
            {seen ? (
              <p class="note">
                {say("wouldClose", {
                  n: seen.streets.length,
                  m: Math.round(seen.length_m),
                  names: seen.names.join("、"),
                })}
              </p>
            ) : null}
            <Closing seen={seen} onClose={close} />
          </section>
        ) : null}
        <section class="card">
          <h2>{say("closed")}</h2>
          <ul class="list">
            {closures.map((one) => (
              <li key={one.id} class="row">
                <p>
                  {one.reason || one.id} <small>×{one.n_streets}</small>{" "}
                  {one.until ? say("until", { time: timeOf(one.until, new Date()) }) : ""}
                </p>
                {may("operator") && drill !== null ? (
                  <button type="button" class="btn" onClick={() => reopen(one.id)}>
                    {say("reopen")}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
          {closures.length === 0 ? <p>{say("nothing")}</p> : null}
        </section>
      </div>
      <StaffMap closures={closures} drawn={drawn} ring={pointsIn(points)} onPick={pick} />
    </div>
  );
}

/** The one action: it says how much it closes, or why it cannot. */
function Closing({ seen, onClose }: { readonly seen: Preview | null; readonly onClose: () => void }) {
  const { say, drill } = useOffice();
  const why =
    drill === null ? "chooseMode" : seen === null ? "lookFirst" : seen.streets.length === 0 ? "noStreets" : null;
  return (
    <>
      <button type="button" class={drill ? "act hollow" : "act"} disabled={why !== null} onClick={onClose}>
        {drill ? "【訓練】" : ""}
        {say("close", { n: seen?.streets.length ?? 0, m: Math.round(seen?.length_m ?? 0) })}
      </button>
      {why ? <p class="note">{say(why)}</p> : null}
    </>
  );
}
