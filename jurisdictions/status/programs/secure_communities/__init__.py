"""Secure Communities, 2008 to 2021: the fingerprints of whoever is booked, shared with ICE."""

SLUG = "secure-communities"
