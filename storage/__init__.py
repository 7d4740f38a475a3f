"""The facts: tables, one engine, units of work. Knows nobody above it."""
