"""Steps of requests and agreements: their keys, and their places in a thread."""
