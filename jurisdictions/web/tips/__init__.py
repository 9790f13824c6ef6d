"""What anybody may send: that something is wrong, and what a jurisdiction has to say."""
