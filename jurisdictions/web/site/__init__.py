"""What every page stands on: its frame and addresses, caches, languages, citing, errors."""
