"""Tips and replies from the public: read, answered, ended."""
