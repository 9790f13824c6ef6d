"""Django's SQLite, but for a database that vanished: it is never made anew by itself."""
