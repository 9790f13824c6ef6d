"""The Django project: settings, addresses, doors."""
