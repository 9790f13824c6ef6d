"""Known when: what became public after a day and changed what one knew of it."""
