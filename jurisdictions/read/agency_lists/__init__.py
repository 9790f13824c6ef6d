"""The lists of agencies and of the agreements that they signed, as an edition has them."""
