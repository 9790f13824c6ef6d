"""The rules that raise flags."""
