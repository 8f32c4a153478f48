/**
 * The plane that touches the ellipsoid at a place (router/place/plane/kernels.py): the same additions,
 * multiplications, divisions and square roots in the same order, so that every bit is the same.
 */

const SEMI_MAJOR_MM = 6_378_137_000;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_141_3;
const RADIANS_PER_E7 = Math.PI / 180e7;
const DEGREES_PER_RADIAN = 180 / Math.PI;
const TAN_22_5 = 0.414_213_562_373_095_03;

const SINE = Array.from({ length: 10 }, (_, k) => sign(k) / factorial(2 * k + 1));
const COSINE = Array.from({ length: 11 }, (_, k) => sign(k) / factorial(2 * k));
const ARC_TANGENT = Array.from({ length: 20 }, (_, k) => sign(k) / (2 * k + 1));

/** Millimetres per 10^-7 degree at one latitude. */
export interface Scale {
  readonly east: number;
  readonly north: number;
}

/** Millimetres per 10^-7 degree, eastward and northward, at a latitude. */
export function scaleAt(latE7: number): Scale {
  const lat = latE7 * RADIANS_PER_E7;
  const square = lat * lat;
  const sine = series(SINE, square) * lat;
  const cosine = series(COSINE, square);
  const squeeze = 1 - ECCENTRICITY_SQUARED * (sine * sine);
  const primeVertical = SEMI_MAJOR_MM / Math.sqrt(squeeze);
  const east = primeVertical * cosine * RADIANS_PER_E7;
  const north = ((primeVertical * (1 - ECCENTRICITY_SQUARED)) / squeeze) * RADIANS_PER_E7;
  return { east, north };
}

/** Direction of a vector that is not zero, 0 up to 360 degrees clockwise from north. */
export function compassDeg(east: number, north: number): number {
  const [x, y] = [Math.abs(east), Math.abs(north)];
  let angle = x <= y ? arcTangentDeg(x / y) : 90 - arcTangentDeg(y / x);
  if (north < 0) angle = 180 - angle;
  if (east < 0) angle = 360 - angle;
  return angle < 360 ? angle : 0;
}

/** How many degrees of longitude and latitude a distance is at a latitude (at most 180). */
export function reachDeg(lat: number, distanceM: number): { readonly lon: number; readonly lat: number } {
  const { east, north } = scaleAt(lat * 1e7);
  const reach = distanceM * 1000;
  return { lon: east > 0 ? Math.min(180, reach / east / 1e7) : 180, lat: reach / north / 1e7 };
}

function arcTangentDeg(share: number): number {
  const beyond = share > TAN_22_5;
  const x = beyond ? (share - 1) / (share + 1) : share;
  const angle = series(ARC_TANGENT, x * x) * x * DEGREES_PER_RADIAN;
  return beyond ? 45 + angle : angle;
}

function series(coefficients: readonly number[], square: number): number {
  let total = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) total = total * square + (coefficients[k] as number);
  return total;
}

function sign(k: number): number {
  return k % 2 === 0 ? 1 : -1;
}

/** Exact up to 22!, which has an odd part below 2^53. */
function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
