import { useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { ICONS } from "../icons/first.ts";
import { Icon } from "../icons/Icon.tsx";
import { type Shared, shareText } from "./share.ts";

/** Send a sentence to one's family; where nothing can be shared, it stands there to be copied. */
export function ShareButton({ label, text, main = false }: { label: string; text: string; main?: boolean }) {
  const { state, say } = useApp();
  const told = state.live?.drill ? say("drill.mark") + text : text; // nobody takes it for the real thing
  const [shared, setShared] = useState<Shared | null>(null);
  return (
    <>
      <button type="button" class={main ? "act" : "btn"} onClick={() => shareText(told).then(setShared)}>
        <Icon drawing={ICONS.people} />
        {label}
      </button>
      <p class="small shared" role="status">
        {shared === "copied" ? say("share.copied") : null}
        {shared === "failed" ? say("share.byHand", { text: told }) : null}
      </p>
    </>
  );
}
