"""Reading ICE's lists: a file becomes rows, set beside the record; what changed is wished."""
