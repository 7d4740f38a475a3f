"""The faces: parse, ask one rule, draw the answer. Files that start with an underscore are shared parts."""
