"""The pages of requests not to take part, and the forms of activations, agreements, measures."""
