"""Whether damage to the record is found."""
