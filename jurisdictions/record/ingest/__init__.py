"""Files -> facts: an outcome for each row, all rows or none."""
