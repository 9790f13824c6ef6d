"""Suggesting: a new fact, or a change to one on record, from the first look to the end."""
