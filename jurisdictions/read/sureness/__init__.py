"""How sure the statuses of an edition are.

A program may have a module `sureness` in its folder of `read/programs`: `told` gives what only it
knows of its facts. What decides which status stands in `sureness` in its folder of
`status/programs`; without one federal acts decide all of them.
"""
