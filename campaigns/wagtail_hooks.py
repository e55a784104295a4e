from campaigns.calls import hooks as call_hooks  # noqa: F401  (register their own)
from campaigns.pinning import hooks as pinning_hooks  # noqa: F401  (register their own)
