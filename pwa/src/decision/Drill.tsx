import type { ComponentChildren } from "preact";

/** The drill frame: nobody can take a piece of this screen for the real one. */
export function Drill({ on, children }: { on: boolean; children: ComponentChildren }) {
  return (
    <div class={on ? "drillframe on" : "drillframe"}>
      {on ? <Bar /> : null}
      {children}
      {on ? <Bar low /> : null}
    </div>
  );
}

/** In the language of record and of the sign itself, whatever the page speaks. */
function Bar({ low = false }: { low?: boolean }) {
  return (
    <p class={low ? "drillbar low" : "drillbar"}>
      <span lang="ja">訓練</span> <span lang="en">DRILL</span>
      {low ? null : <span lang="ja">・これは訓練です</span>}
    </p>
  );
}
