"""Published numbers beside what the record gives for their days.

A program may have a module `claims` in its folder of `read/programs`: `beside` gives for a day what
explains how the record's number differs from a list's.
"""
