"""What one watches."""
