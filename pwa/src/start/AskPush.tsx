import { useState } from "preact/hooks";
import { useApp, useSay } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { meshesAround } from "../push/mesh.ts";
import { usePush } from "../push/usePush.ts";
import { Ask } from "./Ask.tsx";

/** Notifications: for the place that is known already, else for the one that is asked for next. */
export function AskPush({ onNext }: { onNext(): void }) {
  const { state } = useApp();
  const say = useSay("settings");
  const push = usePush(state);
  const [refused, setRefused] = useState(false);
  return (
    <Ask icon={ICONS.bell} title={say("start.willAskPush")} yes={say("push.yes")} onYes={allow} onLater={onNext}>
      <p>{say("start.whyPush")}</p>
      <p>{say("push.privacy")}</p>
      <p class="small">{say("push.quietNever")}</p>
      {refused ? <p role="alert">{say("push.refused")}</p> : null}
    </Ask>
  );

  async function allow() {
    if ((await Notification.requestPermission()) !== "granted") return setRefused(true);
    const { origin, region } = state;
    if (origin !== null && region !== null) {
      push?.watch([{ name: say("push.here"), area: region.id, meshes: meshesAround(origin.point) }]);
    }
    onNext();
  }
}
