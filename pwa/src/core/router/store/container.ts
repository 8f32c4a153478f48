/** The `.nmg` container (docs/formats.md 1): named arrays in one file, read as views without copying. */
import { asRow, inside, listAt, type Place, parseObject, type Row, rowAt, textAt, wholeAt } from "../../json.ts";
import { expect } from "../../result.ts";
import { decodeUtf8 } from "../../utf8.ts";
import { crc32 } from "./crc32.ts";

const MAGIC = [0x89, 0x4e, 0x4d, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const CONTAINER_VERSION = 1;
const ALIGNMENT = 64;
const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

const VIEWS = {
  bool: Uint8Array,
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

export type Dtype = keyof typeof VIEWS;
export type View = InstanceType<(typeof VIEWS)[Dtype]>;

/** What a file holds. */
export interface Container {
  readonly source: string;
  readonly arrays: ReadonlyMap<
    string,
    { readonly dtype: Dtype; readonly shape: readonly number[]; readonly view: View }
  >;
  readonly meta: Row;
}

/**
 * Read a container.
 *
 * @param buffer The whole file; the views keep it alive.
 * @param source Its name, for messages.
 * @param kind What it must hold, and `version` of that kind.
 * @throws Damage when a byte of preamble, header or layout is not as specified.
 */
export function readContainer(buffer: ArrayBuffer, source: string, kind: string, version: number): Container {
  const { header, dataStart } = readPreamble(buffer, source, kind, version);
  const at: Place = { source, where: "header" };
  const arrays = new Map<string, { dtype: Dtype; shape: number[]; view: View }>();
  let next = 0;
  for (const [i, value] of listAt(header, "arrays", at).entries()) {
    const place = inside(at, i);
    const entry = readEntry(asRow(value, place), place);
    const size = entry.shape.reduce((product, length) => product * length, 1);
    const bytes = size * VIEWS[entry.dtype].BYTES_PER_ELEMENT;
    const fits = entry.offset === next && dataStart + next + bytes <= buffer.byteLength && !arrays.has(entry.name);
    expect(fits, source, `array ${entry.name}`, `${bytes} bytes at ${next}, once`, `offset ${entry.offset}`);
    const view = new VIEWS[entry.dtype](buffer, dataStart + next, size);
    if (entry.dtype === "bool") expectBooleans(view as Uint8Array, source, entry.name);
    arrays.set(entry.name, { dtype: entry.dtype, shape: entry.shape, view });
    next += aligned(bytes);
  }
  const found = buffer.byteLength - dataStart;
  expect(next === found, source, "", `${next} bytes of arrays`, `${found} bytes`);
  return { source, arrays, meta: rowAt(header, "meta", at) };
}

/** The array `name`, which must be one-dimensional and of type `dtype`. */
export function arrayOf<D extends Dtype>(file: Container, name: string, dtype: D): InstanceType<(typeof VIEWS)[D]> {
  const found = file.arrays.get(name);
  const told = found === undefined ? "none" : `${found.dtype} of shape [${found.shape}]`;
  const fits = found !== undefined && found.dtype === dtype && found.shape.length === 1;
  expect(fits, file.source, `array ${name}`, `${dtype} of one dimension`, told);
  return found.view as InstanceType<(typeof VIEWS)[D]>;
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function readPreamble(buffer: ArrayBuffer, source: string, kind: string, version: number) {
  expect(IS_LITTLE_ENDIAN, source, "", "a little-endian machine", "another");
  const size = buffer.byteLength;
  expect(size >= ALIGNMENT, source, "", `at least ${ALIGNMENT} bytes`, `${size} bytes`);
  const [view, bytes] = [new DataView(buffer), new Uint8Array(buffer)];
  const hasMark = MAGIC.every((byte, i) => bytes[i] === byte);
  expect(hasMark, source, "bytes 0–7", "the mark of the format", "something else");
  const container = view.getUint16(8, true);
  expect(container === CONTAINER_VERSION, source, "bytes 8–9", `version ${CONTAINER_VERSION}`, `${container}`);
  const found = (decodeUtf8(bytes.subarray(32, 48)) ?? "?").replace(/\0+$/, "");
  expect(found === kind, source, "bytes 32–47", `kind ${kind}`, found);
  const kindVersion = view.getUint16(10, true);
  expect(kindVersion === version, source, "bytes 10–11", `version ${version} of ${kind}`, `${kindVersion}`);
  const total = view.getUint32(16, true) + view.getUint32(20, true) * 2 ** 32;
  expect(total === size, source, "", `${total} bytes`, `${size} bytes`);
  const headerBytes = view.getUint32(24, true);
  expect(ALIGNMENT + headerBytes <= size, source, "bytes 24–27", "a header within the file", `${headerBytes} bytes`);
  const raw = bytes.subarray(ALIGNMENT, ALIGNMENT + headerBytes);
  const [crc, wanted] = [crc32(raw), view.getUint32(28, true)];
  expect(crc === wanted, source, "header", `CRC-32 ${wanted.toString(16)}`, crc.toString(16));
  return { header: parseObject(raw, `${source} header`), dataStart: aligned(ALIGNMENT + headerBytes) };
}

function readEntry(row: Row, at: Place) {
  const dtype = textAt(row, "dtype", at);
  expect(Object.hasOwn(VIEWS, dtype), at.source, at.where, "a known dtype", dtype);
  const shape = listAt(row, "shape", at).map((_, i, list) => {
    return wholeAt({ length: list[i] }, "length", inside(at, "shape"), 0, 2 ** 32);
  });
  const offset = wholeAt(row, "offset", at, 0, Number.MAX_SAFE_INTEGER);
  return { name: textAt(row, "name", at), dtype: dtype as Dtype, shape, offset };
}

function expectBooleans(bytes: Uint8Array, source: string, name: string): void {
  expect(
    bytes.every((byte) => byte <= 1),
    source,
    `array ${name}`,
    "bytes 0 and 1",
    "others",
  );
}
