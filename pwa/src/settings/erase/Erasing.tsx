import { useEffect, useState } from "preact/hooks";
import type { SayIn } from "../../i18n/messages.ts";
import { type Erased, eraseAll } from "./erase.ts";

interface Props {
  readonly say: SayIn<"settings">;
  /** The region in use. */
  readonly area: string;
}

/** In place of the whole page, which keeps nothing any more: what is being removed, then what was. */
export function Erasing({ say, area }: Props) {
  const [erased, setErased] = useState<Erased | null>(null);
  useEffect(() => {
    eraseAll(area).then(setErased);
  }, [area]);
  return (
    <div class="page">
      <div class="words">
        <main>
          <div role="status">
            <h1>{say(erased === null ? "delete.doing" : "delete.done")}</h1>
          </div>
          {erased === null ? null : <Result erased={erased} say={say} />}
        </main>
      </div>
    </div>
  );
}

function Result({ erased, say }: { erased: Erased; say: SayIn<"settings"> }) {
  const { files, store, small, push } = erased;
  const gone = [
    say("delete.files", { n: files }),
    store ? say("delete.store") : null,
    say("delete.small", { n: small }),
    push === null ? null : say(push === "ended" ? "delete.push" : "delete.pushHere"),
  ];
  return (
    <>
      <ul class="todo">{gone.map((line) => (line === null ? null : <li key={line}>{line}</li>))}</ul>
      {store ? null : (
        <p class="card" role="alert">
          {say("delete.storeLeft")}
        </p>
      )}
      <p class="small">{say("delete.again.why")}</p>
      <a class="btn" href="./">
        {say("delete.again")}
      </a>
    </>
  );
}
