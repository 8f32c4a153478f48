import { useEffect, useState } from "preact/hooks";
import type * as Drawings from "./answer.ts";
import type { Drawing } from "./first.ts";
import { Icon } from "./Icon.tsx";

type All = typeof Drawings;
interface Given {
  readonly of: (all: All) => Drawing;
  readonly class?: string;
}

/** Keeps the place of what has not come yet. */
const NOTHING_YET: Drawing = { box: 24, lines: "" };
let all: All | null = null;

/** A drawing of an answer, once it has come; nobody waits for it. */
export function AnswerIcon({ of, class: name = "i" }: Given) {
  const [drawings, setDrawings] = useState(all);
  useEffect(() => {
    if (drawings !== null) return;
    import("./answer.ts").then(
      (found) => {
        all = found;
        setDrawings(found);
      },
      () => {}, // the word beside it says the same
    );
  }, [drawings]);
  return <Icon drawing={drawings === null ? NOTHING_YET : of(drawings)} class={name} />;
}
