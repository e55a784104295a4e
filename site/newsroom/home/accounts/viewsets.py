"""The pages of accounts in the CMS."""

from wagtail.users.views.users import UserViewSet

from newsroom.home.accounts.forms import AccountCreationForm, AccountForm


class AccountViewSet(UserViewSet):
    """As Wagtail's, with the organisations that somebody works for."""

    def get_form_class(self, for_update: bool = False) -> type:
        """The form of a new account, or of one that is there."""
        return AccountForm if for_update else AccountCreationForm
