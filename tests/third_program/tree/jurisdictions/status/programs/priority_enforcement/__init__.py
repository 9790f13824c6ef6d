"""The Priority Enforcement Program: ICE asked jails for notice, everywhere at once."""

SLUG = "priority-enforcement"
