/** Staff's endpoints (docs/staff.md). Every change brings the token of the session; a failure says what was wrong. */
import type { components } from "../api/schema.ts";

export type Schemas = components["schemas"];
export type Session = Schemas["SessionAnswer"];
export type World = Schemas["WorldAnswer"];
export type AlertRecord = Schemas["AlertRecord"];
export type DraftRequest = Schemas["DraftRequest"];
export type Preview = Schemas["PreviewAnswer"];
export type Problem = Schemas["api__contract__ProblemModel"];

const TIMEOUT_MS = 20_000;

/** An answer, or why there is none: 0 is no connection. */
export type Told<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly problems: readonly Problem[] };

/** Ask the server; `csrf` comes with every change. */
export async function ask<T>(method: string, path: string, body?: unknown, csrf = ""): Promise<Told<T>> {
  const headers: Record<string, string> = { accept: "application/json", "x-csrf-token": csrf };
  if (body !== undefined) headers["content-type"] = "application/json";
  const init: RequestInit = { method, headers, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(path, init).catch(() => null);
  if (response === null) return { ok: false, status: 0, problems: [] };
  const told: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: told as T };
  const problems = (told as { problems?: Problem[] } | null)?.problems ?? [];
  return { ok: false, status: response.status, problems };
}

/** A session's way to one area. */
export interface Desk {
  get<T>(path: string): Promise<Told<T>>;
  post<T>(path: string, body: unknown): Promise<Told<T>>;
  put<T>(path: string, body: unknown): Promise<Told<T>>;
}

export function deskOf(area: string, csrf: string): Desk {
  const at = (path: string) => `/v1/staff/areas/${area}/${path}`;
  return {
    get: (path) => ask("GET", at(path)),
    post: (path, body) => ask("POST", at(path), body, csrf),
    put: (path, body) => ask("PUT", at(path), body, csrf),
  };
}

/** A key by which a request that is sent twice is done once. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
