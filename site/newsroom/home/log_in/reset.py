from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin.views.account import PasswordResetView

from newsroom.base.public_forms.rate import is_too_often
from newsroom.base.requests.visitors import client_address

#: So often an hour one address may ask for letters, and so many letters one mailbox gets.
MOST_OF_AN_ADDRESS, MOST_TO_A_MAILBOX = 20, 3


class BrakedPasswordReset(PasswordResetView):
    """Wagtail's form for a forgotten password, which nobody can use to fill mailboxes or to try many names."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse one more from an address that asked too often; to others, known or not, it says always the same."""
        if is_too_often("password reset", client_address(request) or "", MOST_OF_AN_ADDRESS):
            form = self.get_form()
            form.is_valid()
            form.add_error(None, _("From your network this was asked for too often. Please try again in an hour."))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        """Send the letter, unless enough of them went there within the hour."""
        mailbox = form.cleaned_data["email"].strip().lower()
        if is_too_often("password reset to", mailbox, MOST_TO_A_MAILBOX):
            return redirect(self.get_success_url())
        answer: HttpResponse = super().form_valid(form)
        return answer
