"""Sources that are looked at on a schedule: kept when they change, told of when they vanish."""
