import { useSay } from "../app/context.ts";

/** The plan of a household: what to do at home for each hazard, made while nothing happens. */
export function PlanScreen() {
  const say = useSay("own");
  return <h1>{say("plan.title")}</h1>;
}
