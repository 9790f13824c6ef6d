"""Reverting: a change, a fact, thousands of facts."""
