import type { RangeResponse, Source } from "pmtiles";

/** Tiles that are kept on this phone: nothing is asked of the network. */
export class BlobSource implements Source {
  readonly #name: string;
  readonly #tiles: Blob;

  constructor(name: string, tiles: Blob) {
    this.#name = name;
    this.#tiles = tiles;
  }

  getKey(): string {
    return this.#name;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: await this.#tiles.slice(offset, offset + length).arrayBuffer() };
  }
}
