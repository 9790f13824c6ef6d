"""What other sites show of ours in a frame of theirs, and how they get it."""
