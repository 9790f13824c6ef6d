"""People and programs, kept by administrators."""
