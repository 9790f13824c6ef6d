"""Reports: of a place, a state, a list, a request, the nation on a day; as pages and as files."""
