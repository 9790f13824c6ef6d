"""What rendering says of each program."""
