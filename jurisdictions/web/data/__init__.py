"""The data: packages of editions, and what every column means."""
