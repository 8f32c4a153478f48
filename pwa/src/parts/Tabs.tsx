import { useApp } from "../app/context.ts";
import type { Screen } from "../app/hash.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";

/** The main screens. Shown only once there is a way to show. */
export function Tabs({ screen }: { screen: Screen }) {
  const { say } = useApp();
  return (
    <nav class="tabs" aria-label={say("tabs.label")}>
      <a href="#/now" aria-current={screen === "now" ? "page" : undefined}>
        <Icon drawing={ICONS.here} />
        {say("tabs.now")}
      </a>
      <a href="#/route" aria-current={screen === "route" ? "page" : undefined}>
        <Icon drawing={ICONS.route} />
        {say("tabs.route")}
      </a>
    </nav>
  );
}
