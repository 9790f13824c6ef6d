"""Charts of a program: what each shows and says, for pages, files and reports."""
