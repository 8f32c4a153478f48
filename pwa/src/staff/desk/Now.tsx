import { useMemo } from "preact/hooks";
import { LevelMark } from "../../icons/LevelMark.tsx";
import { outlineOf } from "../alerts/cells.ts";
import { markOf } from "../alerts/names.ts";
import { useOffice } from "../context.ts";
import { timeOf } from "../i18n/say.ts";
import { StaffMap } from "../map/StaffMap.tsx";
import { stateOf } from "./state.ts";

interface AlertInForce {
  /** Rings in 10^-7 degrees, cells by code. */
  readonly extent: { readonly polygons: readonly [number, number][][]; readonly meshes: readonly string[] };
  readonly level: number | null;
  readonly text: Readonly<Record<string, string>>;
  readonly updated_at: string;
}

/** Everything in force at a glance, and on the map. */
export function Now() {
  const { say, world, drill } = useOffice();
  const { alerts, closures, sites } = stateOf(world, drill);
  const told = sites.filter(({ status }) => status !== null);
  const inForce = Object.entries(alerts as Record<string, AlertInForce>);
  const drawn = useMemo(
    () => Object.values(alerts as Record<string, AlertInForce>).flatMap(({ extent }) => ringsOf(extent)),
    [alerts],
  );
  return (
    <div class="split">
      <div class="stack">
        <section class="card">
          <h2>{say("inForce")}</h2>
          <ul class="list">
            {inForce.map(([id, { level, text, updated_at: at }]) => (
              <li key={id} class="marked">
                <LevelMark mark={markOf(level)} />
                <b>{text["ja"]?.split("\n")[0] ?? id}</b> <small>{timeOf(at, new Date())}</small>
              </li>
            ))}
          </ul>
          {inForce.length === 0 ? <p>{say("nothing")}</p> : null}
        </section>
        <section class="card">
          <h2>{say("closed")}</h2>
          <ul class="list">
            {closures.map(({ id, reason, n_streets: n, until }) => (
              <li key={id}>
                {reason || id} <small>×{n}</small> {until ? say("until", { time: timeOf(until, new Date()) }) : ""}
              </li>
            ))}
          </ul>
          {closures.length === 0 ? <p>{say("nothing")}</p> : null}
        </section>
        <section class="card">
          <h2>{say("sitesTold")}</h2>
          <ul class="list">
            {told.map(({ id, name, status, people }) => (
              <li key={id}>
                {name} <b>{say(`status.${status ?? "none"}`)}</b> {people ?? ""}
              </li>
            ))}
          </ul>
          {told.length === 0 ? <p>{say("nothing")}</p> : null}
        </section>
      </div>
      <StaffMap closures={closures} drawn={drawn} ring={[]} />
    </div>
  );
}

function ringsOf({ polygons, meshes }: AlertInForce["extent"]): [number, number][][] {
  const degrees = polygons.map((ring) => ring.map(([lon, lat]): [number, number] => [lon / 1e7, lat / 1e7]));
  return outlineOf(degrees, meshes);
}
