"""The federal timeline."""
