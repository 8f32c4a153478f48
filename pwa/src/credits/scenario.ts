import type { Source } from "../api/types.ts";

/** The sources that name one of a layer's files, else all: titles and dates. */
export function scenarioSources(sources: readonly Source[], files: readonly string[]): string {
  const named = sources.filter(({ title }) => files.some((file) => title.includes(file)));
  return (named.length > 0 ? named : sources).map(({ title, date }) => (date ? `${title} ${date}` : title)).join("、");
}
