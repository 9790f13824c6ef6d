"""The data package of an edition: its facts, what follows from them, and how to read both."""
