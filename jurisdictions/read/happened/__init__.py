"""What happened between two days: which are asked for, and all that fits."""
