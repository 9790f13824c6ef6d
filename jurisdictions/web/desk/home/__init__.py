"""Where the people who keep the record begin."""
