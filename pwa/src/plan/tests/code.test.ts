import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { addressFor, modulesOf } from "../print/code.ts";

/** Pixels to a module, as a camera would see it. */
const SCALE = 4;

test("the code leads to this page and its town, and holds no position", () => {
  const address = addressFor("shiranami", { origin: "https://example.jp", pathname: "/machi/" });
  expect(address).toBe("https://example.jp/machi/#/now?area=shiranami");
});

test("what is drawn is read again", () => {
  const address = "https://example.jp/machi/#/now?area=shiranami";
  const rows = modulesOf(address);
  const width = rows.length * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const dark = rows[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] ?? false;
      if (dark) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  expect(decodeQR({ width, height: width, data })).toBe(address);
});

test("there is light around it, as readers need", () => {
  const rows = modulesOf("x");
  expect(rows.slice(0, 4).flat().some(Boolean)).toBe(false);
  expect(rows.flatMap((row) => row.slice(0, 4)).some(Boolean)).toBe(false);
});
