"""Who may act, where, and how people come and go."""
