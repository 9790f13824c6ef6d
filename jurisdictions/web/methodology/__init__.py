"""The methodology."""
