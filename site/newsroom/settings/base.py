"""What production runs, in the order Django reads it; every other settings module only relaxes it.

Values that differ from one installation to the next come from environment variables, all listed in
docs/operators.md. Without its secrets production refuses to start.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

env = environ.Env()
PROJECT_DIR = Path(__file__).resolve().parents[3]
DATA_DIR = Path(env.str("NEWSROOM_DATA_DIR", default=str(PROJECT_DIR / "var")))

# Who we are

SECRET_KEY = env.str("NEWSROOM_SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("NEWSROOM_SECRET_KEY needs at least 50 characters.")
DEBUG = False
BASE_URL = env.str("NEWSROOM_BASE_URL")
ALLOWED_HOSTS = env.list("NEWSROOM_ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SITE_ID = 1

# What it is made of

INSTALLED_APPS = [
    "newsroom.demo",
    "newsroom.home",
    "campaigns",
    "news",
    "organisations",
    "search",
    "newsroom.translation",
    "newsroom.publication",
    "newsroom.base",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
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
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "newsroom.base.middleware.RefuseUnreadableRequests",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.publication.middleware.RedirectToWhatIsPublic",
    "newsroom.publication.middleware.SayWhatWasRefused",
    "newsroom.translation.middleware.KeepToOwnLanguages",
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

DATABASES = {"default": env.db_url("NEWSROOM_DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache_url("NEWSROOM_CACHE_URL", default="locmemcache://")}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
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
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
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

# Wagtail

WAGTAIL_SITE_NAME = "Newsroom"
WAGTAIL_ENABLE_UPDATE_CHECK = False  # the newsroom calls nobody
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILIMAGES_IMAGE_MODEL = "base.NewsroomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "newsroom.base.media_forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_MODEL = "base.NewsroomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "newsroom.base.media_forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAIL_AUTO_CREATE_TAGS = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Readers' search; without an address the index in the database answers.
NEWSROOM_SEARCH_SERVER = {
    "URL": env.str("NEWSROOM_ELASTICSEARCH_URL", default=""),
    "PREFIX": env.str("NEWSROOM_ELASTICSEARCH_PREFIX", default="newsroom"),
}
# The search of the CMS, a backend of modelsearch; readers have a search of their own.
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": env("NEWSROOM_ADMIN_SEARCH", default="newsroom.base.admin_search.backend"),
        "URLS": env.list("NEWSROOM_ADMIN_SEARCH_URLS", default=[]),
        "INDEX_PREFIX": "newsroom_admin_",
    }
}
MODELSEARCH_BACKENDS = WAGTAILSEARCH_BACKENDS
TAGGIT_CASE_INSENSITIVE = True

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
SECURE_SSL_REDIRECT = env.bool("NEWSROOM_HTTPS_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("NEWSROOM_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"  # the admin allows its own previews by itself
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = False

# What it says

EMAIL_CONFIG = env.email_url("NEWSROOM_EMAIL_URL")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 15  # seconds; an officer waits for the letter to leave
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("NEWSROOM_FROM_EMAIL")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"without_secrets": {"()": "newsroom.base.logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["without_secrets"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # At INFO, Wagtail and the tasks name what they handle, titles of embargoed releases among it; the search server's
    # client names every search, and at WARNING every try to reach a server that is away.
    "loggers": {
        **{name: {"level": "WARNING"} for name in ("wagtail", "django_tasks", "django_tasks_db")},
        "elastic_transport": {"level": "ERROR"},
    },
}
