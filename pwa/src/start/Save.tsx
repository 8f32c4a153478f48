import { useState } from "preact/hooks";
import type { RegionSummary } from "../api/types.ts";
import { useApp, useSay } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import { townName } from "../model/town.ts";
import { TownProgress } from "../settings/TownProgress.tsx";
import { useKeeping } from "../settings/useKeeping.ts";
import { Heading } from "./Ask.tsx";
import type { StartStep } from "./steps.ts";

/** The town on this phone, and what will be asked; nobody needs to wait for it. */
export function Save({ steps, onNext }: { steps: readonly StartStep[]; onNext(): void }) {
  const { state } = useApp();
  const say = useSay("settings");
  const [choosing, setChoosing] = useState(false);
  const { whole } = state.keeping;
  return (
    <>
      <Heading>{say("start.title")}</Heading>
      {choosing ? <OtherTown onChosen={() => setChoosing(false)} /> : <Town />}
      <section>
        <h2>{say("start.willAsk")}</h2>
        <ul class="asks">
          {steps.includes("push") ? (
            <li>
              <Icon drawing={ICONS.bell} />
              <div>
                <b>{say("start.willAskPush")}</b>
                <p>{say("start.whyPush")}</p>
              </div>
            </li>
          ) : null}
          <li>
            <Icon drawing={ICONS.here} />
            <div>
              <b>{say("start.willAskPosition")}</b>
              <p>{say("ask.privacy")}</p>
            </div>
          </li>
        </ul>
      </section>
      <p class="small">{say("start.free")}</p>
      <div class="end">
        <button type="button" class="act" onClick={onNext}>
          {say(whole ? "start.next" : "start.nextMeanwhile")}
        </button>
        {state.served.length > 1 ? (
          <button type="button" class="btn" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {say("start.otherTown")}
          </button>
        ) : null}
      </div>
    </>
  );
}

function Town() {
  const { state } = useApp();
  const say = useSay("settings");
  const { whole, lasting, done, total } = state.keeping;
  const kept = state.kept.find(({ region }) => region.id === state.region?.id);
  const bytes = kept?.bytes ?? total;
  const { name, mark } = townName(state.region?.name ?? "", state.region?.fictional ?? false, say);
  const mb = (count: number) => (count / 1e6).toFixed(1);
  const percent = whole ? 100 : Math.floor((100 * done) / Math.max(1, total));
  return (
    <section class="card">
      <h2 id="saved-town">{say("start.save", { town: name })}</h2>
      {mark ? <p class="small">{mark}</p> : null}
      <p>{say("start.saveWhat", { size: mb(bytes) })}</p>
      <progress value={percent} max={100} aria-labelledby="saved-town" />
      <p role="status">
        {whole ? (
          <b>{say(lasting ? "start.saved" : "save.unsaved")}</b>
        ) : (
          say("start.resume", { percent, done: mb(done), total: mb(total) })
        )}
      </p>
    </section>
  );
}

/** Another of the towns that are served: it is kept, and then it is the one in use. */
function OtherTown({ onChosen }: { onChosen(): void }) {
  const { state, dispatch } = useApp();
  const say = useSay("settings");
  const keeping = useKeeping();
  const choose = async (region: RegionSummary) => {
    const kept = state.kept.some((one) => one.region.id === region.id) || (await keeping.keep(region));
    if (!kept) return;
    dispatch({ type: "area", area: region.id });
    onChosen();
  };
  return (
    <section class="card stack" aria-label={say("start.otherTown")}>
      {state.served.map((region) => (
        <div key={region.id}>
          <button type="button" class="btn" onClick={() => choose(region)}>
            {region.name}
          </button>
          <TownProgress progress={keeping.progress.get(region.id) ?? null} />
        </div>
      ))}
    </section>
  );
}
