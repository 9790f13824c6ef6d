"""How the program is drawn and told."""
