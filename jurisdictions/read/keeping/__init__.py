"""What those who keep the record read: proposals, histories, people, tips, uploads."""
