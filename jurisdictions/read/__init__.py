"""Reads: the published edition -> frozen rows. No page and no API sees a queryset."""
