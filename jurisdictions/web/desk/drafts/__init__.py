"""Drafts: what was written and not sent."""
