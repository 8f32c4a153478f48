import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../context.ts";

/** A part of the page whose code is fetched when it is first shown. Once fetched it is there at once. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Reading,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Part !== null) return;
      load()
        .then((found) => {
          loaded = found;
          setPart(() => found);
        })
        .catch(() => setFailed(true));
    }, [Part]);
    if (Part !== null) return <Part {...props} />;
    return failed ? <Missing /> : <Meanwhile />;
  };
}

function Reading() {
  const { say } = useApp();
  return <p role="status">{say("app.part")}</p>;
}

function Missing() {
  const { say } = useApp();
  return <p role="status">{say("error.part")}</p>;
}

/** For a part that nobody waits for. */
export function Nothing() {
  return null;
}
