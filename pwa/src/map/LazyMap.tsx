import { lazily } from "../app/lazy.tsx";

/** The map, whose code comes after the words; its place is kept, so that nothing moves when it is there. */
export const MapFigure = lazily(
  () => import("./MapFigure.tsx").then(({ MapFigure }) => MapFigure),
  () => (
    <figure class="mapfig">
      <div class="map" />
    </figure>
  ),
);
