"""Which machines may be asked: those of the public web alone, never one inside the walls of an institution."""

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass

#: Where addresses of the public web lie; what lies elsewhere is local, mapped, translated or not given out.
GLOBAL = ipaddress.ip_network("2000::/3")
#: Within that: protocols, tunnels that lead to an address of the older kind, and what is for documents.
NOT_THERE = tuple(
    ipaddress.ip_network(each)
    for each in ("192.0.0.0/24", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "192.88.99.0/24")
)


def is_of_the_public_web(address: str) -> bool:
    """Whether a numeric address is one that anybody may reach; False for what is no address."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if any(found in network for network in NOT_THERE if network.version == found.version):
        return False
    if isinstance(found, ipaddress.IPv6Address):
        return found in GLOBAL and found.scope_id is None
    return found.is_global and not found.is_multicast


@dataclass(frozen=True)
class Guard:
    """What a check may connect to. Only tests name other machines or ports than these."""

    allows: Callable[[str], bool] = is_of_the_public_web
    ports: frozenset[int] = frozenset({80, 443})
