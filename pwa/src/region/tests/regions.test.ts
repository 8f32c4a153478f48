import { describe, expect, test } from "vitest";
import type { RegionSummary } from "../../api/types.ts";
import type { Offer } from "../manifest.ts";
import { RegionStore } from "../store.ts";

const bytes = (text: string) => new TextEncoder().encode(text).buffer;
const fileOf = (area: string, name: string) => `/v1/regions/${area}/files/0123456789abcdef/${name}`;

function offer(area: string, edition = 1): Offer {
  return { region: { id: area } as RegionSummary, manifest: `{"edition": ${edition}}` };
}

async function stored(...areas: string[]): Promise<RegionStore> {
  const store = new RegionStore(null);
  for (const area of areas) await store.write(fileOf(area, "streets.pack"), bytes(area));
  return store;
}

async function areasIn(store: RegionStore): Promise<readonly (string | null)[]> {
  const kept = await store.readKept();
  const others = await store.readOthers();
  return [kept === null || kept === "damaged" ? kept : kept.region.id, ...others.map(({ region }) => region.id)];
}

describe("several regions", () => {
  test("are kept beside the one in use, and each can be the one in use", async () => {
    const store = await stored();
    await store.writeKept(offer("home"));
    await store.writeOther(offer("work"));
    await store.writeOther(offer("parents"));
    expect(await areasIn(store)).toStrictEqual(["home", "parents", "work"]);
    await store.writeKept(offer("work"));
    expect(await areasIn(store)).toStrictEqual(["work", "home", "parents"]);
    await store.writeKept(offer("work", 2));
    expect(await areasIn(store)).toStrictEqual(["work", "home", "parents"]);
    expect(await store.readKept()).toStrictEqual(offer("work", 2));
  });

  test("begin with the one that a phone kept before there were several", async () => {
    const store = await stored("home");
    await store.writeKept(offer("home")); // as ever: kept/region.json
    expect(await areasIn(store)).toStrictEqual(["home"]);
    await store.writeOther(offer("home", 2));
    expect(await areasIn(store)).toStrictEqual(["home"]);
  });

  test("never lose files to another one's pruning", async () => {
    const store = await stored("home", "home-town", "work");
    await store.write(fileOf("home", "sites.json"), bytes("old"));
    await store.prune("home", new Set([fileOf("home", "streets.pack")]));
    const has = (area: string, name: string) => store.has(fileOf(area, name));
    expect(await has("home", "sites.json")).toBe(false);
    for (const area of ["home", "home-town", "work"]) expect(await has(area, "streets.pack")).toBe(true);
  });

  test("are removed with their files, one by one", async () => {
    const store = await stored("home", "work");
    await store.writeKept(offer("home"));
    await store.writeOther(offer("work"));
    await store.forget("work");
    expect(await areasIn(store)).toStrictEqual(["home"]);
    expect(await store.has(fileOf("work", "streets.pack"))).toBe(false);
    expect(await store.has(fileOf("home", "streets.pack"))).toBe(true);
  });
});
