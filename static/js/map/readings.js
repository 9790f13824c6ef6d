/** What a place reads on the day: for the card, for the list, for the API. */

import { isoDay, partialWriter } from "../core/days.js";
import { fillIn } from "../core/sentence.js";
import { keptAddress } from "../core/url-state.js";
import { NO_PLACE } from "./places.js";

export class Readings {
  /** `writeDay` puts a day number in words. */
  constructor(config, places, writeDay) {
    const { between, betweenDay: day } = config.words;
    const writePartial = partialWriter(config.locale, { between, day });
    Object.assign(this, { config, places, writeDay, writePartial });
  }

  /** Take up a layer and its spans. */
  useLayer(layer, spans) {
    this.layer = layer;
    this.spans = spans;
    this.labels = new Map(this.config.values[layer].map(({ value, label }) => [value, label]));
  }

  /** A place's value of the layer, with its label. */
  of(index) {
    const value = this.spans.values[this.spans.places.at[index]];
    return { layer: this.layer, value, label: this.labels.get(value) ?? value };
  }

  /** A state's own value of the layer; null for a layer that tells of counties alone. */
  ofState(index) {
    const { states, values } = this.spans;
    if (!states.days.length) return null;
    const value = values[states.at[index]];
    return { layer: this.layer, value, label: this.labels.get(value) ?? value };
  }

  /** All that the card shows of a place on a day. */
  cardOf(index, day) {
    const geoid = this.places.geoidOf(index);
    const { words } = this.config;
    return {
      ...this.of(index),
      key: `${geoid} ${day} ${this.layer}`,
      geoid,
      name: this.places.labelOf(index),
      on: this.writeDay(day),
      since: this.sinceOf(index),
      limits: this.spans.limits.at[index] ? words.hatched : "",
      href: this.places.pageOf(geoid, isoDay(day)),
    };
  }

  /** Since when it reads so, no more precisely than is known; "" for ever. */
  sinceOf(index) {
    const { words } = this.config;
    const day = this.spans.places.since(index);
    if (Number.isNaN(day)) return "";
    const known = this.spans.partial.of(index, day);
    if (known.includes("/")) {
      return fillIn(words.sinceBetween, { between: this.writePartial(known) });
    }
    if (known) return fillIn(words.sincePartial, { month: this.writePartial(known) });
    return fillIn(words.since, { day: this.writeDay(day) });
  }

  /** Where the API says why. */
  reasonAddress(geoid, day) {
    const { addresses, language } = this.config;
    const href = addresses.reasons.replace(NO_PLACE, geoid);
    return `${keptAddress(href, isoDay(day), location.search)}&lang=${language}`;
  }
}
