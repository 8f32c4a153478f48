import type { Drawing } from "./first.ts";

/** A drawing of ours. Hidden from screen readers: the word beside it says the same. */
export function Icon({ drawing, class: name = "i" }: { drawing: Drawing; class?: string }) {
  return (
    <svg class={name} viewBox={`0 0 ${drawing.box} ${drawing.box}`} aria-hidden="true" focusable="false">
      <path d={drawing.lines} />
      {drawing.dots ? <path class="dot" d={drawing.dots} /> : null}
    </svg>
  );
}
