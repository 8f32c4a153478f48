import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Group } from "../../i18n/messages.ts";
import { useApp } from "../context.ts";
import type { Saying as SayingType } from "./saying.tsx";

/**
 * A part of the page whose code is fetched when it is first shown. Once fetched it is there at once.
 *
 * With a group, its texts are fetched as well, and the part is shown when both are here; it says them with `useSay`.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Reading,
  group: Group | null = null,
): ComponentType<Props> {
  let loaded: Loaded<Props> | null = null;
  return function Lazy(props: Props) {
    const [part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (part !== null) return;
      loadedWith(load, group)
        .then((found) => {
          loaded = found;
          setPart(() => found);
        })
        .catch(() => setFailed(true));
    }, [part]);
    if (part === null) return failed && Meanwhile !== Nothing ? <Missing /> : <Meanwhile />;
    const { Part, Saying } = part;
    if (group === null || Saying === null) return <Part {...props} />;
    return (
      <Saying group={group} meanwhile={<Meanwhile />} missing={<Missing />}>
        <Part {...props} />
      </Saying>
    );
  };
}

interface Loaded<Props> {
  readonly Part: ComponentType<Props>;
  /** What lets it say the texts of its group. */
  readonly Saying: typeof SayingType | null;
}

async function loadedWith<Props>(
  load: () => Promise<ComponentType<Props>>,
  group: Group | null,
): Promise<Loaded<Props>> {
  const [Part, saying] = await Promise.all([load(), group && import("./saying.tsx")]);
  return { Part, Saying: saying?.Saying ?? null };
}

function Reading() {
  const { say } = useApp();
  return <p role="status">{say("app.part")}</p>;
}

function Missing() {
  const { say } = useApp();
  return <p role="status">{say("error.part")}</p>;
}

/** For a part that nobody waits for, nor misses. */
export function Nothing() {
  return null;
}
