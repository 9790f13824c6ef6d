"""Backups: made while the tracker serves, and put back."""
