import { useEffect, useState } from "preact/hooks";
import { alertViews } from "../alerts/view.ts";
import { useApp, useSay } from "../app/context.ts";
import { LevelMark } from "../icons/LevelMark.tsx";
import { townName } from "../model/town.ts";
import { type InForce, Others } from "./others.ts";
import "../style/later.css";

/** What is in force in the other towns that are kept on this phone: one line for each, and a way there. */
export function Elsewhere() {
  const { state, dispatch } = useApp();
  const say = useSay("settings");
  const [inForce, setInForce] = useState<InForce>(new Map());
  const others = state.kept.map(({ region }) => region).filter(({ id }) => id !== state.region?.id);
  const areas = others.map(({ id }) => id).join(" ");
  useEffect(() => {
    setInForce(new Map());
    const following = new Others(areas === "" ? [] : areas.split(" "), setInForce);
    void following.start();
    return () => following.stop();
  }, [areas]);
  return (
    <div role="status">
      {others.map((region) => {
        const [first] = alertViews(inForce.get(region.id) ?? [], state.lang);
        if (first === undefined) return null;
        const town = townName(region.name, region.fictional, say).name;
        return (
          <button key={region.id} type="button" class="elsewhere-alert" onClick={() => show(region.id)}>
            <LevelMark mark={first.mark} />
            <span>{say("elsewhere.inForce", { town, name: first.name })}</span>
          </button>
        );
      })}
    </div>
  );

  function show(area: string) {
    dispatch({ type: "area", area });
    location.hash = "#/alerts";
  }
}
