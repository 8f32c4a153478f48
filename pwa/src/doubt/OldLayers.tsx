import { useApp, useSay } from "../app/context.ts";
import type { LayerFacts } from "../core/hazard/live/layers.ts";

/** The hazard maps on this phone are older than those in force: of which kinds. */
export function OldLayers({ layers }: { layers: readonly LayerFacts[] }) {
  const { say: sayCommon } = useApp();
  const say = useSay("doubt");
  const kinds = layers.map(({ kind }) => sayCommon(`hazard.${kind}`)).join(" / ");
  return (
    <p class="card small oldlayers" role="status">
      {say("layers.old", { kinds })}
    </p>
  );
}
