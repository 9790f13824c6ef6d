"""What is said of a program that has no file of its own for it, from its rule and its words.

A module for each of these files: `plain(slug)` has what the file would have.
"""
