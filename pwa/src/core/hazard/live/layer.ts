/** The file of a layer that replaces the region's own (layers.ts). Its code comes when there is one. */
import { textAt } from "../../json.ts";
import { expect } from "../../result.ts";
import type { StreetGraph } from "../../router/graph.ts";
import { readContainer } from "../../router/store/container.ts";
import { sha256 } from "../../sha256.ts";
import type { Exposure } from "../exposure.ts";
import type { HazardKind } from "../kinds.ts";
import { EXPOSURE_VERSION, readExposure } from "../region/read.ts";

/**
 * The exposure of one kind from the file that the live state names by its hash.
 *
 * @throws Damage when it is another file, of another street map, or lacks the kind.
 */
export function readLayer(content: ArrayBuffer, kind: HazardKind, wanted: string, graph: StreetGraph): Exposure {
  const source = "replaced layer";
  const found = sha256(new Uint8Array(content));
  expect(found === wanted, source, "sha256", wanted, found);
  const file = readContainer(content, source, "exposure", EXPOSURE_VERSION);
  const streets = textAt(file.meta, "streets", { source, where: "meta" });
  expect(streets === graph.digest, source, "streets", `the digest ${graph.digest}`, streets);
  return readExposure(file, kind, graph.nStreets);
}
