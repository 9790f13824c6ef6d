"""Reports: rows to the parts that a page and a PDF are both made of."""
