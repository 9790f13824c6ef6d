"""Accounts: signing in, invitations, second factors, one's own page. allauth does the checking."""
