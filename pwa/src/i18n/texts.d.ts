/** A language's texts, compiled when the page is built (plugins/texts.ts). */
declare module "*?texts" {
  /** By key; each takes the values of its placeholders. */
  const texts: Readonly<Record<string, (values: Readonly<Record<string, string | number>>) => string>>;
  export default texts;
  /** What the banners say (`verb.…`), in the language that stands beside. */
  export const beside: Readonly<Record<string, string>>;
}
