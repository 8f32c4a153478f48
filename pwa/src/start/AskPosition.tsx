import { useEffect } from "preact/hooks";
import { useApp, useSay } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Failed } from "../notices/Failed.tsx";
import { meshesAround } from "../push/mesh.ts";
import { isOn } from "../push/settings.ts";
import { usePush } from "../push/usePush.ts";
import { KeepHere } from "../settings/KeepHere.tsx";
import { Ask, Heading } from "./Ask.tsx";

/** The device's position, from a tap; where notifications are allowed, its cell is watched from now on. */
export function AskPosition({ onNext }: { onNext(): void }) {
  const { state, locate } = useApp();
  const say = useSay("settings");
  const push = usePush(state);
  const found = state.origin?.how === "device" ? state.origin : null;
  const waits = push !== null && !isOn(push.settings) && push.trouble === null;
  const allowed = "Notification" in globalThis && Notification.permission === "granted";
  useEffect(() => {
    if (found === null || state.region === null || !waits || !allowed) return;
    push?.watch([{ name: say("push.here"), area: state.region.id, meshes: meshesAround(found.point) }]);
  }, [found !== null, waits, allowed]);
  if (found === null) {
    return (
      <Ask
        icon={ICONS.here}
        title={say("start.willAskPosition")}
        yes={say(state.locating ? "ask.locating" : "ask.device")}
        busy={state.locating}
        onYes={locate}
        onLater={onNext}
      >
        <p>{say("start.whyPosition")}</p>
        <p>{say("ask.privacy")}</p>
        <Failed />
      </Ask>
    );
  }
  return (
    <>
      <Heading>{say("start.positionFound")}</Heading>
      {push !== null && isOn(push.settings) ? <p>{say("start.watched")}</p> : null}
      <KeepHere />
      <div class="end">
        <button type="button" class="act" onClick={onNext}>
          {say("start.next")}
        </button>
      </div>
    </>
  );
}
