"""What only Secure Communities is asked: `reading` is what every program has."""
