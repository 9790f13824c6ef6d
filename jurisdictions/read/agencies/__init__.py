"""Agencies and what they signed: around a place, and all of an edition, chosen and counted."""
