"""What the API says of Secure Communities."""
