"""Rows that ask the worker for something."""
