import { useApp, useSay } from "../app/context.ts";
import { areaOf } from "../model/areas.ts";
import { townName } from "../model/town.ts";
import { TownProgress } from "./TownProgress.tsx";
import { useKeeping } from "./useKeeping.ts";

/** Where the place that is asked about lies in a region that is not kept: asks whether to keep it. */
export function KeepHere() {
  const { state } = useApp();
  const say = useSay("settings");
  const keeping = useKeeping();
  const { origin, region } = state;
  const kept = state.kept.map((one) => one.region);
  if (origin === null || areaOf(origin.point, region, kept) !== null) return null;
  const found = areaOf(origin.point, null, state.served);
  if (found === null) return null;
  const { name, mark } = townName(found.name, found.fictional, say);
  const progress = keeping.progress.get(found.id) ?? null;
  return (
    <section class="card stack" aria-label={name}>
      <p>{say("towns.here", { name: name + mark })}</p>
      <TownProgress progress={progress} />
      {progress?.state === "saving" ? null : (
        <button type="button" class="btn" onClick={() => keeping.keep(found)}>
          {say("towns.keepHere")}
        </button>
      )}
    </section>
  );
}
