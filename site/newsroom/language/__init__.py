"""What the newsroom knows about written language: pure functions on text, and one row of facts for each language.

Every other room may ask here; this room asks nobody. `catalogue.py` is where a language is added.
"""
