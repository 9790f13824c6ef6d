"""What only one program says of its facts: the columns of its own kinds, a folder a program."""
