"""Typst templates, their fonts, and what compiles them."""
