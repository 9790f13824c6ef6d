/** Which key does what at the desk, without the page: keys of one letter that never get in the way. */

const WRITES = new Set(["INPUT", "TEXTAREA", "SELECT"]);
const BOXES = new Set(["checkbox", "radio", "button", "submit"]);

/** Whether somebody writes there: what is typed is theirs. A box that is ticked takes no text. */
export function isWrittenInto(element) {
  if (!element) return false;
  if (element.isContentEditable) return true;
  if (!WRITES.has(element.tagName)) return false;
  return element.tagName !== "INPUT" || !BOXES.has(element.type);
}

/** The key that was pressed, where it may do something; "" for every other. */
export function keyOf(event, known) {
  if (event.defaultPrevented || event.repeat || event.isComposing) return "";
  if (event.ctrlKey || event.metaKey || event.altKey) return "";
  if (isWrittenInto(event.target)) return "";
  return known.includes(event.key) ? event.key : "";
}

/** The place in a list of so many that a key leads to; `now` is -1 before the first. */
export function movedTo(key, now, many) {
  if (!many) return -1;
  if (key === "j") return Math.min(now + 1, many - 1);
  return Math.max(now - 1, 0);
}
