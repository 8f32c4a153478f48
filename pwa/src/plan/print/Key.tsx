import { useApp, useSay } from "../../app/context.ts";
import { scenarioSources } from "../../credits/scenario.ts";
import type { SayIn } from "../../i18n/messages.ts";
import type { Planned } from "../rows.ts";
import type { Pattern, Picture } from "./picture.ts";

/** What the signs of the sketch mean, with numbers, and whose map it is. */
export function Key({ one, picture }: { one: Planned; picture: Picture }) {
  const { state } = useApp();
  const say = useSay("own");
  const { region, pack } = state;
  const sources = scenarioSources(region?.sources ?? [], pack?.layerFiles[one.kind] ?? []);
  return (
    <p class="key">
      <span>
        <svg viewBox="0 0 40 14" aria-hidden="true">
          <path d="M2 7h36" stroke="#000" stroke-width="6" />
          <path d="M14 4l3 3-3 3M26 4l3 3-3 3" stroke="#fff" stroke-width="2" fill="none" />
        </svg>
        {say("map.route")}
      </span>
      {picture.grounds.map(({ pattern }) => (
        <span key={pattern}>
          <svg viewBox="0 0 24 14" aria-hidden="true">
            <rect x="0.500" y="0.500" width="23" height="13" fill={`url(#pic-${pattern})`} stroke="#000" />
          </svg>
          {wordsOf(pattern, one.kind === "landslide", say)}
        </span>
      ))}
      <span>{say("print.scenario", { sources: one.plan.scenario || sources })}</span>
      {one.kind === "landslide" ? null : <span>{say("print.dots")}</span>}
    </p>
  );
}

/** Upper bounds of the bands in metres. */
const UP_TO = { d1: "0.5", d2: "3", d3: "5" } as const;

function wordsOf(pattern: Pattern, zones: boolean, say: SayIn<"own">): string {
  if (pattern === "hatch") return say("unknown.words");
  if (zones) return say(pattern === "d2" ? "exposure.zone_yellow" : "exposure.zone_red");
  return pattern === "d4" ? say("exposure.from", { depth: "5" }) : say("exposure.upTo", { depth: UP_TO[pattern] });
}
