"""What whoever runs a tracker needs to know of it: signs of life, findings, numbers, logs."""
