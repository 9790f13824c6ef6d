"""Answers that are kept and served without the database."""
