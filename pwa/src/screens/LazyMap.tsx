import { useApp } from "../app/context.ts";
import { lazily, Nothing } from "../app/nav/lazy.tsx";

const NoMap = lazily(() => import("../power/NoMap.tsx").then(({ NoMap }) => NoMap), Nothing, "settings");

/** The map, whose code comes after the words; its place is kept, so that nothing moves when it is there. */
const DrawnMap = lazily(
  () => import("../map/MapFigure.tsx").then(({ MapFigure }) => MapFigure),
  () => (
    <figure class="mapfig">
      <div class="map" />
    </figure>
  ),
);

/** The map, unless the battery is spared. */
export function MapFigure(props: { pickable?: boolean }) {
  const { state } = useApp();
  return state.thrifty ? <NoMap /> : <DrawnMap {...props} />;
}
