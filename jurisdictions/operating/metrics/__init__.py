"""Numbers for Prometheus, where the operator asks for them; nothing is sent anywhere."""
