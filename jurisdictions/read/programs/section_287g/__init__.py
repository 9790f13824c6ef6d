"""What only 287(g) is asked: `reading` is what every program has."""
