import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { plain } from "../i18n/ruby.ts";
import { FreshBar } from "../parts/FreshBar.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { Actions } from "../screens/Foot.tsx";

interface Given {
  readonly title: string;
  readonly action?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** Before and after a drill: an ordinary screen, with the real news in its first line. */
export function Calm({ title, action, children }: Given) {
  const { say } = useApp();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = plain(`${title} – ${say("app.name")}`);
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <div class="page practice">
      <FreshBar />
      <div class="words">
        <main ref={main} tabIndex={-1}>
          <h1>{title}</h1>
          {children ?? (
            <a class="btn" href="#/now">
              {say("route.toNow")}
            </a>
          )}
        </main>
        <div class="foot">
          {action ? <Actions>{action}</Actions> : null}
          <Tabs screen="drill" />
        </div>
      </div>
    </div>
  );
}
