"""What was published before there were editions becomes editions: what migration 0018 stands on.

It asks the tables as they were then, through the models that the migration is given, and never those of today. Pure
functions that read no table are shared with the code of today: the document in its first form, how rich text falls
into parts, how a place has a time zone.
"""
