"""Rows to bytes: every form a report or a picture is handed out in; no queries."""
