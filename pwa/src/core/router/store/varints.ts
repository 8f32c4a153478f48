/** Signed whole numbers as folded LEB128 (docs/formats.md 7): 0, −1, 1, −2 … → 0, 1, 2, 3 …, 7 bits a byte, low first. */
import { expect } from "../../result.ts";

const MOST_BYTES = 7;

/** Read exactly `count` numbers from `bytes`. They fit a double: no more than 49 bits. */
export function readVarints(bytes: Uint8Array, count: number, source: string, where: string): Float64Array {
  const out = new Float64Array(count);
  let at = 0;
  let whole = true;
  for (let k = 0; k < count; k++) {
    let byte = bytes[at++] ?? 256;
    let folded = byte & 127;
    let unit = 128;
    for (let i = 1; i < MOST_BYTES && byte >= 128; i++) {
      byte = bytes[at++] ?? 256;
      folded += (byte & 127) * unit;
      unit *= 128;
    }
    if (byte >= 128) whole = false;
    out[k] = folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2;
  }
  // Words for what is wrong are made once, not for every number.
  expect(whole, source, where, `${count} numbers`, "other bytes");
  expect(at === bytes.length, source, where, `${count} numbers`, "more bytes");
  return out;
}

/** Running sums as 32-bit numbers. */
export function sums(steps: Float64Array, source: string, where: string): Int32Array {
  const out = new Int32Array(steps.length);
  let sum = 0;
  let fits = true;
  for (let i = 0; i < steps.length; i++) {
    sum += steps[i] as number;
    out[i] = sum;
    if (out[i] !== sum) fits = false;
  }
  expect(fits, source, where, "32-bit numbers", "larger ones");
  return out;
}
