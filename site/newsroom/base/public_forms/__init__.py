"""What a form for strangers needs, without a third party, a cookie or a session."""
