"""What a change would do, told before it is made."""
