"""What every page of the desk has in common, and what is kept of a form that was not sent."""
