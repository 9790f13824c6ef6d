"""What happened day by day under a program, told from the facts of an edition.

Facts tell it by their days (`of_facts`). Where more happens than that, a program has a module
`happenings` in its folder of `read/programs`: `happenings`, an iterable of `rows.Happening` for an
AsOf, and `HAPPENED`, the words of these in the order in which they are told.
"""
