/** Days as whole numbers (days since 1970-01-01, UTC), to and from ISO text. */

const DAY = 86_400_000;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The number of an ISO day such as "2011-08-05"; NaN for anything else. */
export function dayNumber(iso) {
  if (!ISO.test(iso)) return Number.NaN;
  const number = Date.parse(`${iso}T00:00:00Z`) / DAY;
  return isoDay(number) === iso ? number : Number.NaN;
}

/** The ISO text of a day number; empty for NaN. */
export function isoDay(number) {
  return Number.isNaN(number) ? "" : new Date(number * DAY).toISOString().slice(0, 10);
}

/** The year of a day number. */
export function yearOf(number) {
  return new Date(number * DAY).getUTCFullYear();
}

/**
 * A function that writes what is known of a day, like "2010-07" or "2010": "July 2010".
 *
 * Of two dates with a slash between both are written, in the words of `between`, which holds
 * "%(first)s" and "%(last)s"; a day among them in those of `day`, which holds "%(day)s".
 */
export function partialWriter(locale, { between = "", day = "%(day)s" } = {}) {
  const month = new Intl.DateTimeFormat(locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const writeDay = dayWriter(locale);
  const alone = (text) => {
    if (text.length < 7) return text;
    if (text.length > 7) return day.replace("%(day)s", writeDay(dayNumber(text)));
    return month.format(new Date(`${text}-01T00:00:00Z`));
  };
  return (text) => {
    const [first, last] = text.split("/");
    if (last === undefined) return alone(first);
    return between.replace("%(first)s", alone(first)).replace("%(last)s", alone(last));
  };
}

/** One a language: a phone takes 20 ms to make another. */
const formats = new Map();

function longFormat(locale) {
  if (!formats.has(locale)) {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    formats.set(locale, format);
  }
  return formats.get(locale);
}

/** A function that writes a day number in words: "August 5, 2011". */
export function dayWriter(locale) {
  const format = longFormat(locale);
  return (number) => format.format(new Date(number * DAY));
}
