"""Asks the tracker for its main pages and files before any reader does, so that they are kept.

Made ahead are, in both languages: the pages of the frame and the files that they link to, every
state's page, and the pages that readers asked for under what stood before. Not every county's: all
of them take minutes of processor whenever anything changes, and hardly any is read before the next
change.
"""
