"""Said and counted: published numbers beside the record's, and a page for each."""
