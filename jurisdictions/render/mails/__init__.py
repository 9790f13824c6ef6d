"""Mails, told in their reader's language."""
