"""Log-in by the institution's provider (OpenID Connect): where it is, whose word it is, which account is meant.

Off unless a provider is named. It opens accounts that administrators made and makes none.
"""

import logging
from hashlib import sha256
from typing import Any

import jwt
import requests
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from wagtail.log_actions import log

from newsroom.base.models import User
from newsroom.home.audit.access import GROUPS_GIVEN

logger = logging.getLogger(__name__)

#: What the provider says of itself is asked again after so many seconds.
AN_HOUR = 3600
#: What it calls its addresses, by the names that the package gives them.
ENDPOINTS = {
    "OIDC_OP_AUTHORIZATION_ENDPOINT": "authorization_endpoint",
    "OIDC_OP_TOKEN_ENDPOINT": "token_endpoint",
    "OIDC_OP_USER_ENDPOINT": "userinfo_endpoint",
    "OIDC_OP_JWKS_ENDPOINT": "jwks_uri",
}
#: Why somebody is not let in, as far as it is the provider, the network or what was sent.
FAILURES = (SuspiciousOperation, requests.RequestException, jwt.PyJWTError, KeyError, ValueError)


def is_single_sign_on() -> bool:
    """Whether a provider is named."""
    return bool(settings.NEWSROOM_OIDC_ISSUER)


def provider() -> dict[str, Any]:
    """What the provider says of itself, kept for an hour.

    Raises requests.RequestException where it does not answer, and SuspiciousOperation where it is not who it should be.
    """
    issuer = settings.NEWSROOM_OIDC_ISSUER
    key = "oidc-provider-" + sha256(issuer.encode()).hexdigest()
    found: dict[str, Any] | None = cache.get(key)
    if found is None:
        answer = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=settings.OIDC_TIMEOUT)
        answer.raise_for_status()
        found = answer.json()
        if found.get("issuer", "").rstrip("/") != issuer:
            raise SuspiciousOperation("The provider calls itself otherwise.")
        cache.set(key, found, AN_HOUR)
    return found


def provider_setting(name: str, *default: Any) -> Any:
    """A setting of the package: an address of the provider as that says it, or else what stands in our settings."""
    if name in ENDPOINTS:
        return provider()[ENDPOINTS[name]]
    return getattr(settings, name, *default)


class ProviderBackend(OIDCAuthenticationBackend):
    """Lets in whoever the provider names by a mailbox that it has verified and that one active account has."""

    get_settings = staticmethod(provider_setting)

    def __init__(self) -> None:
        # Django makes one for each question that it asks of rights; the provider is asked for none of these.
        self.UserModel = User

    def authenticate(self, request: Any, **credentials: Any) -> User | None:
        """The account that is meant, or None: what fails is one failed log-in, which the brake counts."""
        if not is_single_sign_on() or "nonce" not in credentials:
            return None
        try:
            super().__init__()
            found: User | None = super().authenticate(request, **credentials)
        except FAILURES as error:
            logger.warning("Nobody was let in by single sign-on: %s", type(error).__name__)
            return None
        return found if found and self.user_can_authenticate(found) else None

    def retrieve_matching_jwk(self, token: str) -> Any:
        """The one key of the provider with which a token can be signed; the package refuses what names none.

        Raises SuspiciousOperation where there is none, or more than one.
        """
        answer = requests.get(self.OIDC_OP_JWKS_ENDPOINT, timeout=settings.OIDC_TIMEOUT)
        answer.raise_for_status()
        name = jwt.get_unverified_header(token).get("kid")
        wanted = (settings.OIDC_RP_SIGN_ALGO, "sig")
        signing = [key for key in answer.json()["keys"] if (key.get("alg", wanted[0]), key.get("use", "sig")) == wanted]
        keys = [key for key in signing if name is None or key.get("kid") == name]
        if len(keys) != 1:
            raise SuspiciousOperation("The provider has no such key.")
        return jwt.PyJWK(keys[0], settings.OIDC_RP_SIGN_ALGO)

    def verify_token(self, token: Any, **expected: Any) -> Any:
        """What the token says. Besides the signature, the nonce and the time: that it is from our provider, for us.

        Raises SuspiciousOperation and jwt.PyJWTError.
        """
        said = super().verify_token(token, **expected)
        audience = said.get("aud")
        audiences = [audience] if isinstance(audience, str) else audience or []
        is_for_others = len(audiences) > 1 and said.get("azp") != settings.OIDC_RP_CLIENT_ID
        if settings.OIDC_RP_CLIENT_ID not in audiences or is_for_others:
            raise SuspiciousOperation("The token is meant for somebody else.")
        if str(said.get("iss", "")).rstrip("/") != settings.NEWSROOM_OIDC_ISSUER or "exp" not in said:
            raise SuspiciousOperation("The token is not from the provider.")
        return said

    def get_userinfo(self, access_token: Any, id_token: Any, payload: Any) -> Any:
        """What the provider says of somebody. Raises SuspiciousOperation where it is of somebody else."""
        said = super().get_userinfo(access_token, id_token, payload)
        if said.get("sub") != payload.get("sub"):
            raise SuspiciousOperation("The provider speaks of somebody else.")
        return said

    def verify_claims(self, claims: Any) -> bool:
        """Whether the provider has verified that the mailbox is theirs."""
        return bool(claims.get("email")) and claims.get("email_verified") is True

    def filter_users_by_claims(self, claims: Any) -> Any:
        """The accounts with the mailbox that work here."""
        return super().filter_users_by_claims(claims).filter(is_active=True)

    def update_user(self, user: User, claims: Any) -> User:
        """Give and take groups as the provider says, where that is settled."""
        give_groups(user, claims)
        return user


@transaction.atomic
def give_groups(user: User, claims: dict[str, Any]) -> None:
    """Put somebody into the groups that stand for what the provider says, and out of those it does not say.

    Groups for which nothing stands in the settings stay as administrators gave them. A provider names groups in a list
    or one by itself; what is neither names none.
    """
    names = settings.NEWSROOM_OIDC_GROUPS
    if not settings.NEWSROOM_OIDC_GROUPS_CLAIM or not names:
        return
    said = claims.get(settings.NEWSROOM_OIDC_GROUPS_CLAIM)
    said = said if isinstance(said, list) else [said]
    wanted = {names[each] for each in said if isinstance(each, str) and each in names}
    own = set(user.groups.filter(name__in=names.values()).values_list("name", flat=True))
    if wanted != own:
        user.groups.add(*Group.objects.filter(name__in=wanted - own))
        user.groups.remove(*Group.objects.filter(name__in=own - wanted))
        log(user, GROUPS_GIVEN, user=user, title=user.get_username(), data={"groups": sorted(wanted)})
