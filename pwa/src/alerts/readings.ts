/** Readings for alerts in やさしい日本語, by the table of the server (api/alerts/texts/readings.py). */
import table from "../../../api/alerts/words/readings.toml";

const KANJI = "\\u4e00-\\u9fff々ヶ";
const WORDS = new Map(Object.values(table).map((word) => [word.replace(/《[^》]*》/g, ""), word]));
const PATTERN = patternOf([...WORDS.keys()]);

/** The text with readings in 《》 after every kanji that is known; names of places are not. */
export function withReadings(text: string): string {
  return text.replace(PATTERN, (found) => WORDS.get(found) ?? found);
}

/** The longest first, and none that is a part of a longer run of kanji. */
function patternOf(words: readonly string[]): RegExp {
  const endsInKanji = new RegExp(`[${KANJI}]$`);
  const either = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => (endsInKanji.test(word) ? `${word}(?![${KANJI}])` : word));
  return new RegExp(`(?<![${KANJI}])(?:${either.join("|")})`, "gu");
}
