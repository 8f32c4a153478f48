/** What is wrong with something that was given to us; the same four facts as `router.errors.Problem`. */
export interface Problem {
  /** The file or request. */
  readonly source: string;
  /** Row, field or byte in it; empty when the whole is meant. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

/** A value, or why there is none. The core never throws at its callers for what it was given. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Thrown inside the readers and turned into a value by `attempt`; nobody outside the core sees it. */
export class Damage extends Error {
  readonly problem: Problem;

  constructor(source: string, where: string, expected: string, found: string) {
    super(`${where === "" ? source : `${source}, ${where}`}: expected ${expected}, found ${found}`);
    this.name = "Damage";
    this.problem = { source, where, expected, found };
  }
}

/** A search broke its own certificate: a fault in this program, never in what it was given. */
export class CertificateError extends Error {
  override readonly name = "CertificateError";
}

/** Throw a `Damage` unless `holds`. */
export function expect(holds: boolean, source: string, where: string, expected: string, found: string): asserts holds {
  if (!holds) throw new Damage(source, where, expected, found);
}

/** The value; where there is none, throw the first problem for `attempt` to turn into a result again. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { source, where, expected, found } = result.problems[0] as Problem;
  throw new Damage(source, where, expected, found);
}

/** Run `make` and turn the damage that it meets into a value. */
export function attempt<T>(make: () => T): Result<T> {
  try {
    return { ok: true, value: make() };
  } catch (error) {
    return damageOf(error);
  }
}

/** The same for what is made later. */
export async function attemptLater<T>(make: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await make() };
  } catch (error) {
    return damageOf(error);
  }
}

function damageOf(error: unknown): Result<never> {
  if (error instanceof Damage) return { ok: false, problems: [error.problem] };
  throw error;
}
