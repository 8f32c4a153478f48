/** A place for code that comes later than the rest of the engine (hazard/advise/rest.ts), because first answers seldom need it. */
import { Damage } from "./result.ts";

export class Slot<Code> {
  readonly #name: string;
  #held: Code | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  fill(code: Code): void {
    this.#held = code;
  }

  /** The code, or null where it has not come: for what only makes things faster. */
  get held(): Code | null {
    return this.#held;
  }

  /** The code, where nothing can be answered without it. */
  need(): Code {
    if (this.#held === null) throw new Damage("engine", this.#name, "its code", "not fetched yet");
    return this.#held;
  }
}
