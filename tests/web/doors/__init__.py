"""Every door of those who keep the record, and what each sort of person gets at it."""
