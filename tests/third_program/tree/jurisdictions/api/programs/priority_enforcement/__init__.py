"""What the API says of the program."""
