import { useApp, useSay } from "../app/context.ts";
import { addressOfKiosk } from "./place.ts";

/** Before a kiosk knows where it stands: once, by whoever sets it up. */
export function Choose({ unknown }: { unknown: boolean }) {
  const { state } = useApp();
  const say = useSay("drill");
  return (
    <div class="page kiosk choose">
      <main>
        <h1>{say("kiosk.choose")}</h1>
        {unknown ? <p role="alert">{say("kiosk.unknown")}</p> : null}
        <p>{say("kiosk.chooseNote")}</p>
        <ul class="kiosksites">
          {state.table?.sites.map(({ id, name }) => (
            <li key={id}>
              <a class="btn" href={addressOfKiosk(id)} lang="ja">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
