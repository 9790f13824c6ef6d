"""Whether the record is sound: each invariant asked of what is stored, and what breaks it named."""
