from campaigns.pinning import hooks as pinning_hooks  # noqa: F401  (register their own)
