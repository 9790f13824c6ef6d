"""Proposals and what reviewers decide on them; reverts and small corrections."""
