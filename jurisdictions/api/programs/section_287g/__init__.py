"""What the API says of 287(g)."""
