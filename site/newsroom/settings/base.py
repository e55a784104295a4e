"""What production runs, in the order Django reads it; every other settings module only relaxes it.

Values that differ from one installation to the next come from environment variables, all listed in
docs/operators.md. Without its secrets production refuses to start.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from newsroom.settings import environment, logs

PROJECT_DIR = Path(__file__).resolve().parents[3]
DATA_DIR = Path(environment.text("NEWSROOM_DATA_DIR", "") or PROJECT_DIR / "var")

# Who we are

SECRET_KEY = environment.text("NEWSROOM_SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("NEWSROOM_SECRET_KEY needs at least 50 characters.")
DEBUG = False
BASE_URL = environment.text("NEWSROOM_BASE_URL")
FORCE_SCRIPT_NAME = ""  # addresses begin at the root, whatever a header says; they are kept
ALLOWED_HOSTS = environment.words("NEWSROOM_ALLOWED_HOSTS", is_needed=True)
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SITE_ID = 1

# What it is made of

INSTALLED_APPS = [
    "news",  # first, since those above it take parts of it one by one
    "campaigns",
    "importing",
    "newsroom.home",
    "organisations",
    "search",
    "newsroom.translation",
    "newsroom.publication",
    "newsroom.links",
    "newsroom.base",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "newsroom.home.accounts.apps.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail",
    "modelsearch",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    *("axes", "csp", "django_otp", "django_otp.plugins.otp_totp", "django_otp.plugins.otp_static"),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "newsroom.base.requests.middleware.GiveRequestId",
    "newsroom.base.requests.middleware.AnswerHeadWithoutBody",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "newsroom.base.public_forms.shown.SayWhenShown",
    "newsroom.base.caching.middleware.ReadChangesOnce",
    "newsroom.base.caching.middleware.AnswerConditionally",
    "newsroom.base.requests.middleware.SetSpaces",
    "newsroom.base.requests.middleware.RefuseUnreadableRequests",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    *("django_otp.middleware.OTPMiddleware", "newsroom.home.log_in.second_factor.AskSecondFactor"),
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.base.requests.middleware.SayWhatWasNotStored",
    "newsroom.publication.middleware.RedirectToWhatIsPublic",
    "newsroom.publication.middleware.TakeChangesAsDeclared",
    "newsroom.publication.middleware.SayWhatWasRefused",
    "newsroom.base.rights.doors.SayWhyNot",
    "newsroom.translation.middleware.KeepToOwnLanguages",
    *("newsroom.home.audit.middleware.LogExports", "axes.middleware.AxesMiddleware"),
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.home.context_processors.masthead",
            ],
            "builtins": ["newsroom.base.templatetags.newsroom"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Where it keeps things

DATABASES = {"default": environment.database(f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": environment.cache()}
STORAGES = {
    "default": {"BACKEND": "newsroom.base.files.storage.WholeFiles"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [PROJECT_DIR / "site" / "newsroom" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Work in the background. What must be true the moment a release is public (the search index, the index of
# references) is done at once; what waits for its hour is kept in the database for the worker.

TASKS = {
    "default": {"BACKEND": "newsroom.base.pages.told_once.TellingOnce"},
    "worker": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]},
}

# Languages and time: instants are stored in UTC and shown in it; the admin shows the editor's own zone.

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("fr", _("French")),
    ("es", _("Spanish")),
    ("ar", _("Arabic")),
    ("ru", _("Russian")),
    ("zh-hans", _("Chinese")),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
USE_I18N = True
LOCALE_PATHS = [PROJECT_DIR / "site" / "newsroom" / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

# Who may do what

AUTH_USER_MODEL = "base.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"
from newsroom.settings.log_in import *  # noqa: E402, F403

# Wagtail

WAGTAIL_SITE_NAME = "Newsroom"
WAGTAIL_ENABLE_UPDATE_CHECK = False  # the newsroom calls nobody
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILIMAGES_IMAGE_MODEL = "base.NewsroomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "newsroom.base.files.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_MODEL = "base.NewsroomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "newsroom.base.files.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_AUTO_CREATE_TAGS = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILREDIRECTS_AUTO_CREATE = False  # newsroom.base.pages.addresses makes them, for what readers knew alone
TAGGIT_CASE_INSENSITIVE = True

# How readers search, and what is kept of their answers

from newsroom.settings.search import *  # noqa: E402, F403

# What the browser may do. Readers get no script or style but ours; the admin is Wagtail's own.
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/admin/",),
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
SECURE_SSL_REDIRECT = environment.flag("NEWSROOM_HTTPS_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = environment.number("NEWSROOM_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.flag("NEWSROOM_HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = environment.flag("NEWSROOM_HSTS_PRELOAD", default=False)
# Whether other hosts of the institution speak HTTPS alone is for whoever runs them to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# Whatever asks whether the process is alive stands on the same machine and speaks plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^health/$", r"^ready/$"]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"  # the admin allows its own previews by itself
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = False

# What it says, and whom it asks: whether links lead somewhere is asked of those they lead to

NEWSROOM_CHECK_LINKS = environment.flag("NEWSROOM_CHECK_LINKS", default=True)
vars().update(environment.email())
EMAIL_TIMEOUT = 15  # seconds; an officer waits for the letter to leave
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text("NEWSROOM_FROM_EMAIL")
# Whoever shows it may ask for what is late or fails at /monitor/; without one there is no such address.
NEWSROOM_MONITOR_TOKEN = environment.text("NEWSROOM_MONITOR_TOKEN", "")
LOGGING = logs.written_as(environment.one_of("NEWSROOM_LOG_FORMAT", environment.LOG_FORMATS))
