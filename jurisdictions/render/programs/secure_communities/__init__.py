"""How Secure Communities is told and drawn."""
