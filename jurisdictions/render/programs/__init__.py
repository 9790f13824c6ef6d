"""What only one program says: the words of its facts, their columns and examples."""
