"""Who gets in, and the brake on guessed passwords (`newsroom.base.requests.log_in`); a part of the base."""

from datetime import timedelta

from newsroom.settings import environment

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
# Whose word is taken for where a visitor comes from: addresses and networks of the proxies in front.
NEWSROOM_TRUSTED_PROXIES = environment.words("NEWSROOM_TRUSTED_PROXIES") or ["127.0.0.0/8", "::1/128"]
AXES_HANDLER = "newsroom.base.requests.log_in.Brake"
AXES_LOCKOUT_CALLABLE = "newsroom.base.requests.log_in.refuse"
AXES_CLIENT_IP_CALLABLE = "newsroom.base.requests.visitors.client_address"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # what counts no longer is not kept
AXES_VERBOSE = False
# Whether everybody who works here shows a second factor after the password: a code of a telephone, or a recovery code.
NEWSROOM_SECOND_FACTOR = environment.flag("NEWSROOM_SECOND_FACTOR", default=False)
OTP_TOTP_ISSUER = "Newsroom"
# The institution's own log-in, by OpenID Connect: nobody is asked unless an issuer is named.
NEWSROOM_OIDC_ISSUER = environment.text("NEWSROOM_OIDC_ISSUER", "").rstrip("/")
NEWSROOM_OIDC_NAME = environment.text("NEWSROOM_OIDC_NAME", "")
NEWSROOM_OIDC_GROUPS_CLAIM = environment.text("NEWSROOM_OIDC_GROUPS_CLAIM", "")
NEWSROOM_OIDC_GROUPS = environment.pairs("NEWSROOM_OIDC_GROUPS")
OIDC_RP_CLIENT_ID = environment.text("NEWSROOM_OIDC_CLIENT_ID", None if NEWSROOM_OIDC_ISSUER else "")
OIDC_RP_CLIENT_SECRET = environment.text("NEWSROOM_OIDC_CLIENT_SECRET", None if NEWSROOM_OIDC_ISSUER else "")
if NEWSROOM_OIDC_ISSUER:
    AUTHENTICATION_BACKENDS.append("newsroom.home.log_in.single_sign_on.ProviderBackend")
OIDC_RP_SCOPES = "openid email profile"
OIDC_RP_SIGN_ALGO = "RS256"
OIDC_USE_PKCE = True
OIDC_CREATE_USER = False
OIDC_TIMEOUT = 10  # seconds
OIDC_AUTHENTICATION_CALLBACK_URL = "single_sign_on_answer"
# Whose mailbox opens an account, the administrators say.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = not NEWSROOM_OIDC_ISSUER
# Log-ins, failed attempts, downloads of private files and exports stay in the log so many days; 0 keeps them for good.
NEWSROOM_ACCESS_LOG_DAYS = environment.number("NEWSROOM_ACCESS_LOG_DAYS", default=365)
# So often an hour one form for strangers may be sent from one address; a hall full of people may share one.
NEWSROOM_FORMS_AN_HOUR = environment.number("NEWSROOM_FORMS_AN_HOUR", default=60)
