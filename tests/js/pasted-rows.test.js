import assert from "node:assert/strict";
import { test } from "node:test";
import { sizeOf } from "../../static/js/core/pasted-rows.js";

test("rows and columns of cells are counted, blank rows are not", () => {
  assert.deepEqual(sizeOf("a\tb\r\n1\t2\r\n\r\n"), { rows: 2, columns: 2 });
  assert.deepEqual(sizeOf(""), { rows: 0, columns: 0 });
  assert.deepEqual(sizeOf("one line"), { rows: 1, columns: 1 });
});

test("a cell with line ends and quotes is one cell", () => {
  assert.deepEqual(sizeOf('a\tb\n"two\nlines, ""said""\tso"\t2\n'), { rows: 2, columns: 2 });
});

test("a quote in the middle of a cell stands for itself", () => {
  assert.deepEqual(sizeOf('a\t6" pipe\nb\tc'), { rows: 2, columns: 2 });
});
