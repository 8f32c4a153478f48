/** Readings in やさしい日本語: a text has them in 《》 after the kanji that they belong to, as in 避難《ひなん》する. */
const READING = /([\p{Script=Han}々ヶ]+)《([^》]+)》/gu;

/** A piece of a text: plain, or kanji with its reading. */
export type Piece = string | { readonly kanji: string; readonly reading: string };

/** Whether a text has readings. */
export function hasReadings(text: string): boolean {
  return text.includes("《");
}

/** The text without its readings: for what is heard, for titles and attributes. */
export function plain(text: string): string {
  return text.replace(READING, "$1");
}

/** The text in pieces, in order. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(READING)) {
    const [whole, kanji = "", reading = ""] = match;
    if (match.index > end) found.push(text.slice(end, match.index));
    found.push({ kanji, reading });
    end = match.index + whole.length;
  }
  if (end < text.length) found.push(text.slice(end));
  return found;
}
