/** The span files, one per layer, fetched when first shown. */

import { inTurns } from "../core/pause.js";
import { decodingSpans } from "../core/spans.js";
import { fetchJSON } from "./files.js";

export class Layers {
  constructor(addresses, boundaries) {
    this.addresses = addresses;
    this.boundaries = boundaries;
    this.loading = new Map();
  }

  /** The decoded spans of a layer. Throws GeometryMismatch when made for other boundaries. */
  load(layer) {
    if (!this.loading.has(layer)) this.loading.set(layer, this.fetch(layer));
    return this.loading.get(layer);
  }

  async fetch(layer) {
    try {
      const { hash, places, states } = this.boundaries;
      const file = await fetchJSON(this.addresses[layer]);
      return await inTurns(decodingSpans(file, hash, places.length, states.length));
    } catch (error) {
      this.loading.delete(layer);
      throw error;
    }
  }
}
