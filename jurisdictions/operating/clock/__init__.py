"""Whether the machine's clock is to be believed before something is deleted by it."""
