"""What an edition tells that one before it did not: of a place, an agency, or all of a program."""
