"""What only this program is asked: `reading` is what every program has."""
