"""Accounts, people, mail: who they are and what they may do."""
