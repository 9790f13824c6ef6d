"""Writing by program: proposals that are sent with a token, and what became of them."""
