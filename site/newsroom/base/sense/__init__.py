"""What a careful reader would notice in a text in any of the six languages, without knowing what it is about.

Pure functions on text. The rooms above say where a text stands and what follows from what is found.
"""
