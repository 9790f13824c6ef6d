/** What a spreadsheet puts on the clipboard: cells parted by tabs, those with line ends in quotes. */

const CELL = /(?:"(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/gy;

/** How many rows that hold something and how many columns there are: `{rows, columns}`. */
export function sizeOf(text) {
  const plain = text.replaceAll("\r\n", "\n");
  let rows = 0;
  let columns = 0;
  let cells = 0;
  let filled = false;
  for (const [whole, end] of plain.matchAll(CELL)) {
    cells += 1;
    filled ||= whole.trim() !== "";
    if (end === "\t") continue;
    if (filled || cells > 1) rows += 1;
    if (filled) columns = Math.max(columns, cells);
    cells = 0;
    filled = false;
  }
  return { rows, columns };
}
