"""The forms of agencies, agreements, applications, laws and lists."""
