"""Commands and how everything is started."""
