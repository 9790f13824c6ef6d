"""What people without an account say: tips, and a jurisdiction's own words."""
