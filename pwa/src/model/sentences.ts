/** A text of whole sentences as single ones, to be shown line by line. Numbers like 0.5 are not cut, nor brackets. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=。)(?![^（]*）)|(?<=[.!?])\s+(?![^(]*\))/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
