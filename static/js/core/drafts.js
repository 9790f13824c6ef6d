/** Drafts of forms: what is kept of one, when it is worth keeping, when it has grown too old. */

const PREFIX = "draft:";
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
/** What belongs to one page view and not to what was written. */
const PASSING = new Set(["csrfmiddlewaretoken", "do", "whose"]);

/** The key of a draft: one for each person and form. */
export function draftKey(name) {
  return PREFIX + name;
}

/** The names and texts of a form that are worth keeping. */
export function writtenIn(entries) {
  return [...entries].filter(([name, text]) => typeof text === "string" && !PASSING.has(name));
}

/** Whether two lists of names and texts say the same; blanks and their order do not matter. */
export function saysTheSame(one, other) {
  return said(one) === said(other);
}

function said(entries) {
  const pairs = writtenIn(entries).filter(([, text]) => text !== "");
  return JSON.stringify(pairs.sort(([a, x], [b, y]) => a.localeCompare(b) || x.localeCompare(y)));
}

/** A draft as a text to be kept. */
export function packDraft(entries, now) {
  return JSON.stringify({ at: now, entries: writtenIn(entries) });
}

/** `{ at, entries }` of a kept text; null for none, for another's text, for one too old. */
export function unpackDraft(text, now) {
  if (!text) return null;
  try {
    const { at, entries } = JSON.parse(text);
    const whole = Array.isArray(entries) && entries.every(isPair);
    return whole && now - at < KEPT_DAYS * DAY_MS ? { at, entries } : null;
  } catch {
    return null;
  }
}

function isPair(entry) {
  return Array.isArray(entry) && entry.length === 2 && entry.every((t) => typeof t === "string");
}
