"""What the page of the log-in offers beside the password."""

from django import template
from django.conf import settings
from django.utils.translation import gettext as _

from newsroom.home.log_in.single_sign_on import is_single_sign_on

register = template.Library()


@register.simple_tag
def provider_to_offer() -> str:
    """What the button says that leads to the institution's log-in; "" where there is none."""
    if not is_single_sign_on():
        return ""
    name = settings.NEWSROOM_OIDC_NAME
    return _("Log in with %(name)s") % {"name": name} if name else _("Log in with your institution")
