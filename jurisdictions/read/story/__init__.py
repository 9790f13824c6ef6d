"""What a story of programs counts from the record."""
