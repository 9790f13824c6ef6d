"""Published numbers beside what the record gives for their days.

A program may have a module of its package's name here: `beside` gives for a day what explains how
the record's number differs from a list's.
"""
