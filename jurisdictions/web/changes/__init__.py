"""What changed between two days: a page, files and a feed."""
