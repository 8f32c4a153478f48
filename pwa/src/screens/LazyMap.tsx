import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app/context.ts";
import { lazily, Nothing } from "../app/nav/lazy.tsx";

const NoMap = lazily(() => import("../power/NoMap.tsx").then(({ NoMap }) => NoMap), Nothing, "settings");
const DrawnMap = lazily(
  () => import("../map/MapFigure.tsx").then(({ MapFigure }) => MapFigure),
  () => <Place />,
);

/** Of the map's place so much must be in sight before its code is fetched: an edge below the words is not enough. */
const IN_SIGHT = 0.2;

/** The map, unless the battery is spared. Its code comes when its place is in sight, and nothing moves then. */
export function MapFigure(props: { pickable?: boolean }) {
  const { state } = useApp();
  const [seen, setSeen] = useState(false);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const look = (entries: IntersectionObserverEntry[]) => entries.some((one) => one.isIntersecting) && setSeen(true);
    const observer = new IntersectionObserver(look, { threshold: IN_SIGHT });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [state.thrifty]);
  if (state.thrifty) return <NoMap />;
  return seen ? <DrawnMap {...props} /> : <Place place={place} />;
}

function Place({ place }: { place?: RefObject<HTMLElement> | null }) {
  return (
    <figure ref={place ?? null} class="mapfig">
      <div class="map" />
    </figure>
  );
}
