"""3,234 and 47.5: Django's own Spanish writes 3.234 and 47,5."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
