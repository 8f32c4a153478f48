import type { World } from "../api.ts";

/** What is in force in the state that the page works on: the exercise's in a drill, else the real one. */
export function stateOf(world: World, drill: boolean | null): World["real"] {
  return drill && world.exercise ? world.exercise.state : world.real;
}
