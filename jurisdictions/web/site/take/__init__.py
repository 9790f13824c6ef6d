"""The panel "Take this with you": what a page shows, as files."""
