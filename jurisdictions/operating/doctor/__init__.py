"""What is misconfigured, in words: each finding says what, why it matters, what to do."""
