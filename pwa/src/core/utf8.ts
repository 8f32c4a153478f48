/** UTF-8 without the browser's decoder, so that the core needs nothing but the language. */

/** Every byte as it stands in a percent-encoded text. */
const ENCODED = Array.from({ length: 256 }, (_, byte) => {
  const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x25;
  return isPlain ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, "0")}`;
});

/** The text that the bytes spell, or null when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  let encoded = "";
  for (const byte of bytes) encoded += ENCODED[byte];
  if (!encoded.includes("%")) return encoded;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
