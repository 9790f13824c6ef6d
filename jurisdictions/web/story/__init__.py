"""The story, chapter by chapter, with the map of each day."""
