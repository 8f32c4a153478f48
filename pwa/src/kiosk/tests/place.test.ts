import { expect, test } from "vitest";
import { addressOfKiosk, siteInAddress } from "../place.ts";

test("the address of a kiosk names a site, whatever its id is made of", () => {
  for (const id of ["E9930100001201", "a/b c", "避難所 1", "50%"]) {
    expect(siteInAddress(addressOfKiosk(id))).toBe(id);
  }
});

test("an address without a site, or half of one, names none", () => {
  for (const hash of ["", "#/kiosk", "#/kiosk/", "#/now", "#/kiosk/%E9%81", "#/kiosks/a"]) {
    expect(siteInAddress(hash)).toBeNull();
  }
});
