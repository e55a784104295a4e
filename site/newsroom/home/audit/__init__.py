"""Who did what and when: everything stands in Wagtail's log, and is read here by those who may."""
