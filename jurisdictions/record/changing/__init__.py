"""What somebody wishes done to facts, read against the record and written as versions."""
