import { useApp } from "../app/context.ts";
import { ICONS } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";
import type { Scale } from "./scale.ts";
import type { MapView } from "./view.ts";

/** Zoom buttons, and where north is. */
export function Controls({ view }: { view: MapView }) {
  const { say } = useApp();
  return (
    <>
      <div class="zoom">
        <button type="button" onClick={() => view.zoomBy(1)} aria-label={say("map.zoomIn")}>
          <Icon drawing={ICONS.plus} />
        </button>
        <button type="button" onClick={() => view.zoomBy(-1)} aria-label={say("map.zoomOut")}>
          <Icon drawing={ICONS.minus} />
        </button>
      </div>
      <p class="north">
        <Icon drawing={ICONS.north} />
        <span aria-hidden="true">N</span>
        <span class="vh">{say("map.north")}</span>
      </p>
    </>
  );
}

/** How long a length on the map is on the ground. */
export function ScaleBar({ scale: { metres, px } }: { scale: Scale }) {
  const { say } = useApp();
  const told = metres < 1000 ? say("unit.metres", { n: metres }) : say("unit.kilometres", { n: metres / 1000 });
  return (
    <svg class="scale" width={px + 4} height="26" aria-hidden="true">
      <text x="4" y="12">
        {told}
      </text>
      <path d={`M2 16v6h${px}v-6`} />
    </svg>
  );
}
