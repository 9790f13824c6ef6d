"""What follows from the facts: pure rules, no Django, no clock, no input or output."""
