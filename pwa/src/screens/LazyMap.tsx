import { lazily } from "../app/nav/lazy.tsx";

/** The map, whose code comes after the words; its place is kept, so that nothing moves when it is there. */
export const MapFigure = lazily(
  () => import("../map/MapFigure.tsx").then(({ MapFigure }) => MapFigure),
  () => (
    <figure class="mapfig">
      <div class="map" />
    </figure>
  ),
);
