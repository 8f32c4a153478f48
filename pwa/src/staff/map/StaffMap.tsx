import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { World } from "../api.ts";
import { useOffice } from "../context.ts";
import type { StaffView } from "./staffView.ts";

type Closures = World["real"]["closures"];

interface Props {
  readonly closures: Closures;
  /** Streets that a closure would close. */
  readonly drawn: readonly (readonly [number, number][])[];
  /** Points of a drawing. */
  readonly ring: readonly (readonly [number, number])[];
  readonly onPick?: (lon: number, lat: number) => void;
}

/** The area with what is closed and what is being drawn. Everything on it stands in words beside it, too. */
export function StaffMap({ closures, drawn, ring, onPick }: Props) {
  const { say, area, world } = useOffice();
  const frame = useRef<HTMLDivElement>(null);
  const picked = useRef(onPick);
  picked.current = onPick;
  const [view, setView] = useState<StaffView | null>(null);
  const [none, setNone] = useState(false);
  const bbox = world.bbox;
  // made once for an area
  useEffect(() => {
    let gone = false;
    let made: StaffView | null = null;
    if (frame.current === null) return;
    const container = frame.current;
    import("./staffView.ts")
      .then(({ openView }) => openView(container, area, bbox, (lon, lat) => picked.current?.(lon, lat)))
      .then((opened) => {
        if (gone) return opened.remove();
        made = opened;
        setView(opened);
      })
      .catch(() => setNone(true));
    return () => {
      gone = true;
      made?.remove();
    };
  }, [area]);
  const lines = useMemo(() => closures.flatMap(({ geometry }) => linesOf(geometry)), [closures]);
  useEffect(() => view?.show(lines, drawn, ring), [view, lines, drawn, ring]);
  return (
    <div class="map">
      {none ? (
        <p class="note">{say("map.none")}</p>
      ) : (
        <div ref={frame} class="frame" role="img" aria-label={say("map.label")} />
      )}
    </div>
  );
}

function linesOf(geometry: Closures[number]["geometry"]): [number, number][][] {
  return (geometry as { coordinates?: [number, number][][] } | null)?.coordinates ?? [];
}
