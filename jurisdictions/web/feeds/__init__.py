"""Everything that can be followed: feeds and calendars."""
