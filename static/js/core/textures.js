/**
 * Textures that stand on fills: dots where somebody said no, rules where a request is open.
 *
 * They lie in screen space, so they neither swim while a map plays nor grow when it zooms. Sizes
 * are those of a map on paper: see the decision on colors of programs.
 */

export const DOTS = "dots";
export const RULES = "rules";

/** Sizes in CSS px: a cell, the half of a dot or of a rule; and where pixels are whole, squares. */
const DOT = { wide: { cell: 5, half: 0.85 }, small: { cell: 4, half: 0.7 } };
const SQUARE = { wide: { cell: 6, side: 2 }, small: { cell: 4, side: 1 } };
const RULE = { cell: 4, half: 0.6 };

/**
 * The marked columns of each row of a cell, in device pixels: `[[0, 1, 3], [], …]`.
 *
 * `density` is device pixels to a CSS pixel; `small` is a map under 560 CSS px.
 */
export function textureCell(kind, density, small) {
  if (kind === RULES) return rules(Math.max(2, Math.round(RULE.cell * density)), density);
  const size = small ? "small" : "wide";
  return density === 1 ? squares(SQUARE[size]) : dots(DOT[size], density);
}

function rules(cell, density) {
  const thick = Math.max(1, Math.round(2 * RULE.half * density));
  return rowsOf(cell, (_column, row) => row < thick);
}

/** Two squares a cell, on its diagonal. */
function squares({ cell, side }) {
  const half = cell / 2;
  return rowsOf(
    cell,
    (column, row) =>
      Math.floor(column / half) === Math.floor(row / half) &&
      column % half < side &&
      row % half < side,
  );
}

/** Two dots a cell, at a quarter and three quarters of its diagonal. */
function dots({ cell, half }, density) {
  const side = Math.round(cell * density);
  const near = (at, centre) => at + 0.5 - centre * side;
  return rowsOf(side, (column, row) =>
    [0.25, 0.75].some((at) => Math.hypot(near(column, at), near(row, at)) <= half * density),
  );
}

function rowsOf(cell, isMarked) {
  const columns = Array.from({ length: cell }, (_, column) => column);
  return columns.map((row) => columns.filter((column) => isMarked(column, row)));
}

/** Puts a texture's marks of one 32-bit colour on every run of a place. */
export function texturePlace(pixels, runs, place, colour, width, cell) {
  const { starts, ends } = runs;
  const side = cell.length;
  for (let run = runs.first[place]; run < runs.first[place + 1]; run += 1) {
    const start = starts[run];
    const row = Math.floor(start / width);
    const line = row * width;
    // The first cell that the run touches begins here or before.
    const first = start - ((start - line) % side);
    for (const column of cell[row % side]) {
      const at = first + column;
      for (let pixel = at < start ? at + side : at; pixel < ends[run]; pixel += side) {
        pixels[pixel] = colour;
      }
    }
  }
}
