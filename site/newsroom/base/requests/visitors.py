"""Where visitors come from."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

#: What one customer of a network commonly holds; single addresses out of it cost nothing.
IPV6_NETWORK = 64


def client_address(request: HttpRequest) -> str | None:
    """Where a request comes from: what the nearest proxy that we trust says, else the other end of the connection.

    Each proxy adds to the right of X-Forwarded-For whom it heard; what stands further left, a stranger may have
    written. A web server behind a socket of this machine gives no address of its proxy, which is then trusted.
    """
    trusted = [ip_network(each) for each in settings.NEWSROOM_TRUSTED_PROXIES]
    hops = [request.META.get("REMOTE_ADDR", "")]
    if trusted:
        hops += reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(","))
    found = None
    for hop in hops:
        try:
            address = ip_address(hop.strip())
        except ValueError:
            if found or hop.strip():
                break
            continue
        found = address
        if not any(address in network for network in trusted):
            break
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ip_network((found, IPV6_NETWORK), strict=False).network_address)
    return str(found) if found else None
