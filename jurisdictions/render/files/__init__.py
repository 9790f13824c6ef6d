"""What people take away: tables and their columns, one maker for each form of file."""
