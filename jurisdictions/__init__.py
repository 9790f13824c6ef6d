"""Jurisdictions, the facts about them under a federal program, and what follows."""
