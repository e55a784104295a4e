from base64 import b32encode
from typing import Any

import segno
from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django_otp import login, match_token, verify_token
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.log_actions import log

from newsroom.base.models import User
from newsroom.home.audit.access import FAILED_SECOND, SET_UP_SECOND, SHOWN_SECOND, where_from
from newsroom.home.log_in.second_factor import (
    confirmed_telephone,
    new_recovery_codes,
    recovery_codes_left,
    telephone_to_set_up,
)

TEMPLATE = "home/log_in/second_factor.html"


class CodeForm(forms.Form):
    """A code of the telephone, or a recovery code."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false", "autocapitalize": "off"}
        ),
    )

    def clean_code(self) -> str:
        """Without the spaces that people put between digits."""
        return "".join(self.cleaned_data["code"].split()).lower()


@never_cache
@sensitive_post_parameters()
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor, set it up where there is none, make recovery codes. Raises Http404 where it is off."""
    if not settings.NEWSROOM_SECOND_FACTOR:
        raise Http404
    half_way = getattr(request, "half_way", None)
    if half_way is None:
        return own_recovery_codes(request) if request.user.is_authenticated else redirect("wagtailadmin_login")
    user = get_user_model().objects.get(pk=half_way.pk)
    telephone = confirmed_telephone(user)
    is_new = telephone is None
    telephone = telephone or telephone_to_set_up(user)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        device = verify_token(user, telephone.persistent_id, code) if is_new else match_token(user, code)
        if device:
            return let_in(request, user, device, is_new=is_new)
        log(user, FAILED_SECOND, title=user.get_username(), data=where_from(request))
        form.add_error("code", _("This code is wrong, or it came too soon after a wrong one. Wait for the next one."))
    context = {"form": form, "next": request.POST.get("next") or request.GET.get("next", ""), "is_new": is_new}
    return render(request, TEMPLATE, context | (to_set_up(telephone) if is_new else {}))


def let_in(request: HttpRequest, user: User, device: Any, *, is_new: bool) -> HttpResponse:
    """The second factor was shown: the session is somebody's from now on."""
    request.user = user
    request.session.cycle_key()
    login(request, device)
    log(user, SHOWN_SECOND, user=user, title=user.get_username(), data=where_from(request))
    if is_new:
        device.confirmed = True
        device.save()
        return show_recovery_codes(request, user)
    return redirect(safe_next(request))


def own_recovery_codes(request: HttpRequest) -> HttpResponse:
    """How many recovery codes somebody who is in has left, and new ones for the asking."""
    user: Any = User.objects.get(username=request.user.get_username())
    if request.method == "POST":
        return show_recovery_codes(request, user)
    return render(request, TEMPLATE, {"left": recovery_codes_left(user)})


def show_recovery_codes(request: HttpRequest, user: User) -> HttpResponse:
    """New recovery codes, this once."""
    codes = new_recovery_codes(user)
    log(user, SET_UP_SECOND, user=user, title=user.get_username(), data=where_from(request))
    return render(request, TEMPLATE, {"codes": codes, "next": safe_next(request)})


def to_set_up(telephone: TOTPDevice) -> dict[str, Any]:
    """What a telephone reads, and the same to be typed."""
    square = segno.make(telephone.config_url).svg_inline(scale=5, border=2, light="white")
    return {"square": mark_safe(square), "secret": b32encode(telephone.bin_key).decode()}  # noqa: S308  # made of digits


def safe_next(request: HttpRequest) -> str:
    """Return where somebody wanted to go; the front page of the CMS where that is elsewhere."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if wanted and is_ours else reverse("wagtailadmin_home")
