"""Every reader of what strangers send, given mutated input: it reads it or refuses it in words.

Some dozens of each in the tests; thousands with `script/fuzz`.
"""
