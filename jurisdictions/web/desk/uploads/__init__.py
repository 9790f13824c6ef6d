"""Uploads: files of facts, from their columns to a proposal."""
