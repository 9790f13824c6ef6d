"""What the log says, and the number by which a line of it is found again."""
