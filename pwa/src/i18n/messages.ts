import type { ja } from "./ja.ts";

/** A message key, as defined by the Japanese text. */
export type Key = keyof typeof ja;

/** A complete language: every key, each with the same `{placeholders}` as the Japanese (checked by a test). */
export type Messages = Readonly<Record<Key, string>>;

/** The names of the placeholders of a text: `"a" | "b"` for `"{a} … {b}"`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What must be given with a key: nothing, or exactly its placeholders. */
export type Values<K extends Key> = [Placeholders<(typeof ja)[K]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<(typeof ja)[K]>, string | number>>];

/** Keys of texts without placeholders. */
export type PlainKey = { [K in Key]: [Placeholders<(typeof ja)[K]>] extends [never] ? K : never }[Key];

/** Languages of the page. */
export type Lang = "ja" | "en";
export const LANGS: readonly Lang[] = ["ja", "en"];

/** Says a message in one language. */
export type Say = <K extends Key>(key: K, ...values: Values<K>) => string;
