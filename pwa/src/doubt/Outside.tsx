import type { Point } from "../api/types.ts";
import { useApp, useSay } from "../app/context.ts";
import { bearing, lengthM } from "../guide/progress.ts";
import { compassWord } from "../guide/words.ts";
import { distance } from "../model/format.ts";
import "../style/later.css";

/** Outside of the map: how far the town is, and what this screen can still do. */
export function Outside({ point }: { point: Point }) {
  const { state, dispatch } = useApp();
  const say = useSay("doubt");
  const { region } = state;
  if (region === null) return null;
  const [west, south, east, north] = region.bbox as [number, number, number, number];
  const edge = { lon: within(point.lon, west, east), lat: within(point.lat, south, north) };
  const metres = lengthM([
    [point.lon, point.lat],
    [edge.lon, edge.lat],
  ]);
  return (
    <section class="card stack">
      <p class="big">
        {say("outside.away", { direction: say(compassWord(bearing(point, edge))), distance: distance(metres, say) })}
      </p>
      <h2>{say("outside.still")}</h2>
      <a class="btn" href="#/alerts">
        {say("outside.alerts")}
      </a>
      <a class="btn" href="#/sites">
        {say("outside.sites")}
      </a>
      <button type="button" class="btn" onClick={() => dispatch({ type: "origin", origin: null })}>
        {say("outside.place")}
      </button>
    </section>
  );
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
