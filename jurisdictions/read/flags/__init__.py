"""What in an edition calls for a second look.

A program may have a module `flags` in its folder of `read/programs`: `raised` gives the flags that
it alone has, `agency_of` whom a fact of an agency is about.
"""
