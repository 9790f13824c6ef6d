"""The command line: loading, publishing, serving."""
