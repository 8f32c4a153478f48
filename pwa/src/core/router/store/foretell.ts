/**
 * What can be foretold of shapes and lengths (router/store/pack/kernels.py). Only `+ − × ÷`, floor and square root, which
 * IEEE 754 rounds in one way: the numbers are those of Python.
 */
const RADIUS_M = 6378137.0;
const ECCENTRICITY_2 = 0.0066943799901413165;
const RADIANS_PER_E7 = 1.7453292519943295e-9;

/** One axis of all points, from both ends of every street and the residuals between them. */
export function shapes(first: Int32Array, low: Int32Array, high: Int32Array, residuals: Float64Array): Int32Array {
  const nStreets = first.length - 1;
  const along = new Int32Array(first[nStreets] as number);
  let at = 0;
  for (let street = 0; street < nStreets; street++) {
    const begin = first[street] as number;
    const end = (first[street + 1] as number) - 1;
    const goal = high[street] as number;
    let last = low[street] as number;
    let before = last;
    along[begin] = last;
    along[end] = goal;
    for (let i = begin + 1; i < end; i++) {
      const ahead = Math.floor((goal - last) / (end - i + 1));
      const step = i - 1 === begin ? ahead : Math.floor((ahead + last - before) / 2);
      before = last;
      last += step + (residuals[at++] as number);
      along[i] = last;
    }
  }
  return along;
}

/** Millimetres of every street on the ellipsoid. */
export function foretoldLengthsMm(first: Int32Array, lonE7: Int32Array, latE7: Int32Array): Float64Array {
  const out = new Float64Array(first.length - 1);
  for (let street = 0; street < out.length; street++) {
    let total = 0;
    for (let i = (first[street] as number) + 1; i < (first[street + 1] as number); i++) {
      const [lat, latBefore] = [latE7[i] as number, latE7[i - 1] as number];
      const s = sine((latBefore + lat) * (RADIANS_PER_E7 / 2));
      const w = 1 - ECCENTRICITY_2 * s * s;
      const root = Math.sqrt(w);
      const rest = ((lonE7[i] as number) - (lonE7[i - 1] as number)) * RADIANS_PER_E7 * (RADIUS_M / root);
      const east = rest * Math.sqrt(1 - s * s);
      const north = (lat - latBefore) * RADIANS_PER_E7 * ((RADIUS_M * (1 - ECCENTRICITY_2)) / (w * root));
      total += Math.sqrt(east * east + north * north) * 1000;
    }
    out[street] = Math.max(1, Math.floor(total + 0.5));
  }
  return out;
}

/** Sine of at most a right angle, by its series. */
function sine(x: number): number {
  const z = x * x;
  const tail = -1 / 39916800 + z * (1 / 6227020800 - z / 1307674368000);
  return x * (1 + z * (-1 / 6 + z * (1 / 120 + z * (-1 / 5040 + z * (1 / 362880 + z * tail)))));
}
