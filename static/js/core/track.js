/** One value per place that changes from day to day, and a cursor that seeks either way. */

/** Reads `[days since the last, value, index, difference, …]` rows into flat arrays. */
export function flatten(rows, epoch) {
  const size = rows.reduce((sum, row) => sum + row.length - 2, 0);
  const track = {
    days: new Int32Array(rows.length),
    to: new Uint8Array(rows.length),
    start: new Uint32Array(rows.length + 1),
    places: new Uint16Array(size),
  };
  let day = epoch;
  let at = 0;
  rows.forEach((row, entry) => {
    day += row[0];
    track.days[entry] = day;
    track.to[entry] = row[1];
    for (let column = 2, place = 0; column < row.length; column += 1) {
      place += row[column];
      track.places[at++] = place;
    }
    track.start[entry + 1] = at;
  });
  return track;
}

/** The old value of every change, so that a seek backwards touches only what changes. */
function valuesBefore(track, at) {
  const before = new Uint8Array(track.places.length);
  for (let entry = 0; entry < track.days.length; entry += 1) {
    for (let i = track.start[entry]; i < track.start[entry + 1]; i += 1) {
      before[i] = at[track.places[i]];
      at[track.places[i]] = track.to[entry];
    }
  }
  return before;
}

/**
 * The values of all places on a day. `at` holds one per place, `counts` how many places have each;
 * after `seek`, the first `touched` of `touchedPlaces` are the places that may have changed.
 */
export class Track {
  constructor(flat, placeCount, initial, valueCount) {
    Object.assign(this, flat);
    this.at = new Uint8Array(placeCount).fill(initial);
    this.before = valuesBefore(flat, this.at.slice());
    this.counts = new Uint32Array(valueCount);
    this.counts[initial] = placeCount;
    this.touchedPlaces = new Uint16Array(flat.places.length);
    this.touched = 0;
    this.cursor = 0;
  }

  /** Go to a day number; returns how many places were touched on the way. */
  seek(day) {
    this.touched = 0;
    while (this.cursor < this.days.length && this.days[this.cursor] <= day) this.forward();
    while (this.cursor > 0 && this.days[this.cursor - 1] > day) this.backward();
    return this.touched;
  }

  forward() {
    const entry = this.cursor++;
    for (let i = this.start[entry]; i < this.start[entry + 1]; i += 1) {
      this.put(this.places[i], this.to[entry]);
    }
  }

  backward() {
    const entry = --this.cursor;
    for (let i = this.start[entry + 1] - 1; i >= this.start[entry]; i -= 1) {
      this.put(this.places[i], this.before[i]);
    }
  }

  put(place, value) {
    this.counts[this.at[place]] -= 1;
    this.counts[value] += 1;
    this.at[place] = value;
    this.touchedPlaces[this.touched++ % this.touchedPlaces.length] = place;
  }

  /** The day number from which a place has its present value without a break; NaN if always. */
  since(place) {
    for (let entry = this.cursor - 1; entry >= 0; entry -= 1) {
      for (let i = this.start[entry]; i < this.start[entry + 1]; i += 1) {
        if (this.places[i] === place) return this.days[entry];
      }
    }
    return Number.NaN;
  }
}
