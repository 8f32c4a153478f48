/** Where a kiosk stands is a site's id in its address: no position is ever in one. */

const PREFIX = "#/kiosk/";

/** The id that an address names; null where it names none. */
export function siteInAddress(hash: string): string | null {
  if (!hash.startsWith(PREFIX)) return null;
  try {
    return decodeURIComponent(hash.slice(PREFIX.length)) || null;
  } catch {
    return null; // a half-written address
  }
}

/** The address of the kiosk at a site. */
export function addressOfKiosk(id: string): string {
  return PREFIX + encodeURIComponent(id);
}
