import { useApp, useSay } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import type { SavedPlace } from "../model/home/places.ts";
import { meshesAround } from "../push/mesh.ts";
import { Watching } from "../push/PushAsk.tsx";
import { type Hours, isOn, type Watched } from "../push/settings.ts";
import { pushSupport } from "../push/subscribe.ts";
import { type Push, usePush } from "../push/usePush.ts";
import { placeName } from "./placeName.ts";

/** Notifications: on or off, for which places, and when what can wait makes no sound. */
export function Notify({ places }: { places: readonly SavedPlace[] }) {
  const { state } = useApp();
  const say = useSay("settings");
  const push = usePush(state);
  if (push === null) return null;
  const support = pushSupport();
  const on = isOn(push.settings);
  return (
    <section class="card stack push" aria-label={say("push.title")}>
      <h2>
        <Icon drawing={ICONS.bell} /> {say("push.title")}
      </h2>
      {support === "yes" ? (
        <>
          {on ? <Watching push={push} onAdd={null} /> : <p>{say("push.why")}</p>}
          {on && push.settings.quiet !== null ? <QuietHours push={push} hours={push.settings.quiet} /> : null}
          <Others push={push} places={places} />
          {on ? (
            <button type="button" class="btn" onClick={() => push.watch([])}>
              {say("notify.off")}
            </button>
          ) : (
            <p class="small">{say("push.privacy")}</p>
          )}
        </>
      ) : (
        <p>{say(`push.${support}`)}</p>
      )}
      {push.trouble === null ? null : <p role="alert">{say(`push.${push.trouble}`)}</p>}
    </section>
  );
}

/** Saved places, and the one that is asked about now, that are not watched yet. */
function Others({ push, places }: { push: Push; places: readonly SavedPlace[] }) {
  const { state } = useApp();
  const say = useSay("settings");
  const { watched } = push.settings;
  const offered: readonly Watched[] = [
    ...places.map((place) => ({
      name: placeName(place, say),
      area: place.area,
      meshes: meshesAround(place.point),
    })),
    ...(state.origin && state.region
      ? [{ name: say("push.here"), area: state.region.id, meshes: meshesAround(state.origin.point) }]
      : []),
  ].filter(({ name, area }) => !watched.some((one) => one.name === name && one.area === area));
  if (offered.length === 0) {
    return watched.length === 0 ? <p class="small">{say("notify.noPlace")}</p> : null;
  }
  return (
    <ul class="stack">
      {offered.map((place) => (
        <li key={`${place.area} ${place.name}`}>
          <button type="button" class="btn" onClick={() => push.watch([...watched, place])}>
            {say("notify.watch", { place: place.name })}
          </button>
        </li>
      ))}
    </ul>
  );
}

const DAY = Array.from({ length: 24 }, (_, hour) => hour);

function QuietHours({ push, hours }: { push: Push; hours: Hours }) {
  const say = useSay("settings");
  const select = (which: keyof Hours) => (
    <label>
      {say(`notify.${which}`)}
      <select
        value={hours[which]}
        onChange={(event) => push.quiet({ ...hours, [which]: Number(event.currentTarget.value) })}
      >
        {DAY.map((hour) => (
          <option key={hour} value={hour}>
            {say("notify.hour", { n: hour })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="pair">
      {select("from")}
      {select("to")}
    </div>
  );
}
