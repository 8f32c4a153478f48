import { useSay } from "../app/context.ts";

/** What came was not signed by the area's key, and nothing is kept here to go on with. */
export function Untrusted() {
  const say = useSay("doubt");
  return <p>{say("untrusted.data")}</p>;
}
