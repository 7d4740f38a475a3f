"""The rules, and the client that owns what they need."""
