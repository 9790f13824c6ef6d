"""The map: its page, its pictures, the files that its scripts play."""
