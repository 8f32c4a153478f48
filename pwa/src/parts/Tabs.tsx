import { useApp } from "../app/context.ts";
import type { Screen } from "../app/nav/hash.ts";
import type { PlainKey } from "../i18n/messages.ts";
import { type Drawing, ICONS } from "../icons/first.ts";
import { Icon } from "../icons/Icon.tsx";

/** The main screens, in the order in which they stand. */
const TABS: readonly { readonly screen: Screen; readonly icon: Drawing; readonly word: PlainKey }[] = [
  { screen: "now", icon: ICONS.here, word: "tabs.now" },
  { screen: "route", icon: ICONS.route, word: "tabs.route" },
  { screen: "alerts", icon: ICONS.bell, word: "tabs.alerts" },
  { screen: "sites", icon: ICONS.pin, word: "tabs.sites" },
  { screen: "plan", icon: ICONS.plan, word: "tabs.plan" },
];

export function Tabs({ screen }: { screen: Screen }) {
  const { say, dispatch } = useApp();
  return (
    <nav class="tabs" aria-label={say("tabs.label")}>
      {TABS.map(({ screen: one, icon, word }) => (
        <a
          key={one}
          href={`#/${one}`}
          aria-current={screen === one ? "page" : undefined}
          onClick={() => dispatch({ type: "changed", changed: null })}
        >
          <Icon drawing={icon} />
          {say(word)}
        </a>
      ))}
    </nav>
  );
}
