/** Readers of JSON that check what they read; a wrong form is a `Damage` that names the place. */
import { Damage, expect } from "./result.ts";
import { decodeUtf8 } from "./utf8.ts";

export type Row = Readonly<Record<string, unknown>>;

/** Where a value stands: the file, and the way to it. */
export interface Place {
  readonly source: string;
  readonly where: string;
}

/** Parse the bytes of a JSON file that holds an object. */
export function parseObject(bytes: Uint8Array, source: string): Row {
  const text = decodeUtf8(bytes);
  expect(text !== null, source, "", "UTF-8", "other bytes");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Damage(source, "", "JSON", String(error));
  }
  return asRow(value, { source, where: "" });
}

/** The place of a field of a value at `at`. */
export function inside(at: Place, key: string | number): Place {
  return { source: at.source, where: at.where === "" ? String(key) : `${at.where}.${key}` };
}

/** The value as an object. */
export function asRow(value: unknown, at: Place): Row {
  const is = typeof value === "object" && value !== null && !Array.isArray(value);
  expect(is, at.source, at.where, "an object", told(value));
  return value as Row;
}

/** The field as an object. */
export function rowAt(row: Row, key: string, at: Place): Row {
  return asRow(row[key], inside(at, key));
}

/** The field as a list. */
export function listAt(row: Row, key: string, at: Place): readonly unknown[] {
  const value = row[key];
  expect(Array.isArray(value), at.source, inside(at, key).where, "a list", told(value));
  return value;
}

/** The field as a text. */
export function textAt(row: Row, key: string, at: Place): string {
  const value = row[key];
  expect(typeof value === "string", at.source, inside(at, key).where, "a text", told(value));
  return value;
}

/** The field as a text, or null. */
export function textOrNullAt(row: Row, key: string, at: Place): string | null {
  return row[key] === null ? null : textAt(row, key, at);
}

/** The field as a finite number. */
export function numberAt(row: Row, key: string, at: Place): number {
  const value = row[key];
  expect(Number.isFinite(value), at.source, inside(at, key).where, "a number", told(value));
  return value as number;
}

/** The field as a whole number within bounds, both included. */
export function wholeAt(row: Row, key: string, at: Place, least: number, most: number): number {
  const value = row[key];
  const fits = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  expect(fits, at.source, inside(at, key).where, `a whole number, ${least} … ${most}`, told(value));
  return value as number;
}

/** The field as true or false. */
export function flagAt(row: Row, key: string, at: Place): boolean {
  const value = row[key];
  expect(typeof value === "boolean", at.source, inside(at, key).where, "true or false", told(value));
  return value;
}

function told(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 80);
}
