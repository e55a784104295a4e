"""Calls: until when, who may answer, and what becomes of the answers."""
