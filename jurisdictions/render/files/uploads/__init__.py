"""Templates of uploads: their columns in words, their example rows."""
