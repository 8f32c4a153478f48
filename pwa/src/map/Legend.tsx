import { useApp } from "../app/context.ts";
import { scenarioSources } from "../credits/scenario.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { DEPTHS, type Swatch, swatchOf, swatchWords, ZONES } from "../model/exposure.ts";

const DANGERS: readonly Swatch[] = [...DEPTHS.map(({ token }) => token), ...ZONES];

/** What the map's signs mean: every colour that occurs, with its number, and whose map it is. */
export function Legend() {
  const { state, say } = useApp();
  const { hazard, answer, pack, region } = state;
  if (hazard === null || region === null) return null;
  const found = new Set((pack?.classes[hazard] ?? []).map(swatchOf));
  const shown = DANGERS.filter((swatch) => found.has(swatch));
  const sources = scenarioSources(region.sources, pack?.layerFiles[hazard] ?? []);
  return (
    <div class="legendbox">
      <ul class="legend" aria-label={say("map.legend")}>
        {answer?.geometry ? <Entry swatch="route" words={say("map.route")} /> : null}
        {shown.map((swatch) => (
          <Entry key={swatch} swatch={swatch} words={swatchWords(swatch, say)} />
        ))}
        <Entry swatch="unknown" words={say("unknown.words")} />
        <li>
          <Icon drawing={ICONS.fit} class="fit yes" />
          {say("map.fit")}
        </li>
        <li>
          <Icon drawing={ICONS.unfit} class="fit outlined" />
          {say("map.unfit")}
        </li>
      </ul>
      <p class="small">
        {shown.length > 0
          ? say("map.scenario", { zone: say(`zone.${hazard}`), sources })
          : say("map.noLayer", { hazard: say(`hazard.${hazard}`) })}
      </p>
    </div>
  );
}

function Entry({ swatch, words }: { swatch: Swatch | "route"; words: string }) {
  return (
    <li>
      <i class={`swatch sw-${swatch}`} />
      {words}
    </li>
  );
}
