import { useState } from "preact/hooks";
import { useSay } from "../app/context.ts";
import { offerInstall } from "../app/install.ts";
import { ICONS } from "../icons/drawings.ts";
import { Ask } from "./Ask.tsx";
import { isApple } from "./steps.ts";

const APPLE = ["start.apple.share", "start.apple.add", "start.apple.open"] as const;

/** A place on the Home Screen; what an iPhone needs for notifications is said there. */
export function AskHome({ onNext }: { onNext(): void }) {
  const say = useSay("settings");
  const [shown, setShown] = useState(false);
  const apple = isApple(navigator.userAgent, navigator.maxTouchPoints);
  return (
    <Ask icon={ICONS.phone} title={say("start.home")} yes={say("start.homeYes")} onYes={add} onLater={onNext}>
      <p>{say(apple ? "start.homeApple" : "start.homeWhy")}</p>
      {apple ? (
        <ol class="hints">
          {APPLE.map((hint) => (
            <li key={hint}>{say(hint)}</li>
          ))}
        </ol>
      ) : null}
      {shown ? (
        <p class="card" role="status">
          {say(apple ? "start.homeDoneApple" : "start.homeByMenu")}
        </p>
      ) : null}
    </Ask>
  );

  /** The browser asks where it can; else the person is told how, and goes on when it is done. */
  async function add() {
    if (shown || (await offerInstall())) return onNext();
    setShown(true);
  }
}
