"""Files of advocates: from columns and answers to one proposal."""
