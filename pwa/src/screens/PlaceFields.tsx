import { useId } from "preact/hooks";
import { useApp } from "../app/context.ts";

interface Near {
  /** The id of the site that is chosen; empty: none. */
  readonly near: string;
  readonly onNear: (site: string) => void;
}

interface Props extends Near {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** Neither field says where it is. */
  readonly wrong: boolean;
}

/** Where, without a map and without the device's position: near a place with a name, or by numbers. */
export function PlaceFields({ near, onNear, typed, onTyped, wrong }: Props) {
  const { say } = useApp();
  const id = useId();
  return (
    <>
      <NearSite near={near} onNear={onNear} />
      <label>
        {say("place.coordinates")}
        <input
          value={typed}
          inputMode="text"
          autocomplete="off"
          placeholder={say("place.example")}
          aria-invalid={wrong}
          aria-describedby={id}
          onInput={(event) => onTyped(event.currentTarget.value)}
        />
      </label>
      <p id={id} class="wrong" role="alert">
        {wrong ? say("place.invalid") : ""}
      </p>
    </>
  );
}

/** Near a site with a name. */
export function NearSite({ near, onNear }: Near) {
  const { state, say } = useApp();
  return (
    <label>
      {say("place.near")}
      <select value={near} onChange={(event) => onNear(event.currentTarget.value)}>
        <option value="">{say("place.choose")}</option>
        {(state.table?.sites ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {say("place.label", { name })}
          </option>
        ))}
      </select>
    </label>
  );
}
