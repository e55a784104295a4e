from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    """Wagtail's application of accounts, with our pages of them."""

    user_viewset = "newsroom.home.accounts.viewsets.AccountViewSet"
