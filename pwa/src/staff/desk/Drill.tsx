import { useState } from "preact/hooks";
import { newKey } from "../api.ts";
import { useOffice } from "../context.ts";

/** The exercise: whether one runs, begin and end it. */
export function Drill() {
  const { say, world, desk, done, may } = useOffice();
  const [name, setName] = useState("");
  const running = world.exercise;
  if (running !== null) {
    const end = async () => done(await desk.post("drill/end", { key: newKey() }));
    return (
      <section class="card row">
        <b>{say("drillOn", { name: running.name })}</b>
        {may("operator") ? (
          <button type="button" class="btn" onClick={end}>
            {say("endDrill")}
          </button>
        ) : null}
      </section>
    );
  }
  const start = async (event: Event) => {
    event.preventDefault();
    done(await desk.post("drill", { name, key: newKey() }));
  };
  return (
    <section class="card">
      <p>{say("drillOff")}</p>
      {may("operator") ? (
        <form class="row" onSubmit={start}>
          <label>
            {say("drillName")}
            <input value={name} required onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <button type="submit" class="btn">
            {say("startDrill")}
          </button>
        </form>
      ) : null}
    </section>
  );
}
