"""What people see: the map, timelines, the slider's band, as numbers and SVG."""
