/**
 * Answers of the search box: from files of names that come when it is first used; of the server,
 * when they fail or let wait.
 */

import { fetchJSON } from "./files.js";

/** How long the files may take to come before the server is asked as well. */
const PATIENCE_MS = 100;

export class Names {
  /**
   * `addresses`: `{ names, search }`, the list of the files and the server's search, which a frozen
   * copy has not.
   */
  constructor(addresses, language) {
    Object.assign(this, { addresses, language });
  }

  /** Load the reader and the places, before the first letter. */
  open() {
    this.opening ??= this.load().catch((error) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  async load() {
    const listed = fetchJSON(this.addresses.names);
    const [list, places, { NameReader }] = await Promise.all([
      listed,
      listed.then((list) => fetchJSON(list.places)),
      import("../core/names/reader.js"),
    ]);
    const [starts, parts] = [{}, new Map()];
    for (const kind of ["cities", "zips"]) {
      starts[kind] = list[kind].map(([start]) => start);
      for (const [start, address] of list[kind]) parts.set(`${kind}-${start}`, address);
    }
    this.reader = new NameReader(places, starts);
    this.parts = parts;
    this.coming = new Map();
  }

  /** What a place is called, by its geoid, from the files alone; "" for none. */
  async labelOf(geoid) {
    await this.open();
    return this.reader.index.labelOf(geoid, this.language);
  }

  /** `{ sure, places: [{ geoid, label, found }] }`; rejects when neither files nor server answer. */
  async ask(text, signal) {
    const own = this.own(text);
    return Promise.any([own, this.server(text, own, signal)]);
  }

  /** The answer from the files, once all that it needs are there. */
  async own(text) {
    if (!this.reader) await this.open();
    if (this.reader.isForServer(text)) throw new Error("only the server reads identifiers");
    for (;;) {
      try {
        return this.reader.answer(text, this.language);
      } catch (error) {
        if (error.name !== "Lacking") throw error;
        await Promise.all(error.parts.map((name) => this.fetchPart(name)));
      }
    }
  }

  /** A part that is on its way is not asked for again; one that failed is, of a newer list. */
  fetchPart(name) {
    const { reader, coming } = this;
    if (!coming.has(name)) {
      const part = this.takeIn(name, reader).catch((error) => {
        coming.delete(name);
        this.load().catch(() => {});
        throw error;
      });
      coming.set(name, part);
    }
    return coming.get(name);
  }

  async takeIn(name, reader) {
    reader.put(name, await fetchJSON(this.parts.get(name)));
  }

  /** The server's answer, asked for when the files fail or let wait. */
  async server(text, own, signal) {
    if (!this.addresses.search) return own;
    const waited = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    const came = await Promise.race([own.then(() => true), waited]).catch(() => false);
    if (came) return own;
    return fetchJSON(`${this.addresses.search}?q=${encodeURIComponent(text)}`, signal);
  }
}
