"""The reader of names, against the places that ship and the cities packed beside."""
