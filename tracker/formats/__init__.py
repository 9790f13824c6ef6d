"""How Django itself writes numbers in each language; days are the business of render/days."""
