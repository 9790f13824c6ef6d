"""Jobs, with real workers."""
