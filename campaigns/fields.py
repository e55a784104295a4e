from typing import Any

from django.db import models

from campaigns.sharing.networks import NETWORKS


class NetworkField(models.CharField):
    """One of the networks of a share kit. The list of them stays out of migrations."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 20
        kwargs["choices"] = [(network.code, network.name) for network in NETWORKS.values()]
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"], kwargs["choices"]
        return name, path, list(args), kwargs
