import { useEffect, useState } from "preact/hooks";
import { useOffice } from "../context.ts";

interface Props {
  /** Names that are chosen. */
  readonly chosen: readonly string[];
  readonly onChosen: (names: readonly string[]) => void;
}

/** More than these nobody looks through: they are found by their name. */
const SHOWN = 60;

/** The 町丁目 of the area, to press instead of to type; nothing where the region knows none. */
export function Towns({ chosen, onChosen }: Props) {
  const { say, area } = useOffice();
  const names = useTowns(area);
  const [wanted, setWanted] = useState("");
  if (names.length === 0) return null;
  const found = names.filter((name) => chosen.includes(name) || name.includes(wanted.trim()));
  const toggle = (name: string) =>
    onChosen(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <div class="stack">
      <label>
        {say("findTown")}
        <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      <fieldset class="choices towns">
        <legend>{say("towns", { n: chosen.length, all: names.length })}</legend>
        {found.slice(0, SHOWN).map((name) => (
          <label key={name} lang="ja">
            <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
            {name}
          </label>
        ))}
      </fieldset>
      {found.length > SHOWN ? <p class="small">{say("townsMore", { n: found.length - SHOWN })}</p> : null}
    </div>
  );
}

interface Manifest {
  readonly files: Readonly<Record<string, { readonly path: string } | undefined>>;
}

/** Their names, as the region was built with them (docs/formats.md 4.9); none where it was not, or while they come. */
function useTowns(area: string): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    const fetched = async () => {
      const { files } = (await (await fetch(`/v1/regions/${area}/manifest`)).json()) as Manifest;
      const path = files["towns.json"]?.path;
      if (path === undefined) return [];
      const { towns } = (await (await fetch(path)).json()) as { towns: readonly { readonly name: string }[] };
      return towns.map(({ name }) => name);
    };
    // without the list they can be typed
    fetched().then(
      (found) => current && setNames(found),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [area]);
  return names;
}
