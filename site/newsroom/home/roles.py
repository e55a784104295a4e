"""Who may do what, as Wagtail's groups: writers write, officers publish, approvers say yes, translators translate."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import override
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page
from wagtail_localize.models import Translation

from newsroom.home.models import HomePage
from newsroom.home.workflows import prepare_review
from newsroom.translation.models import TranslatorGroup

OFFICERS = "Communications officers"
WRITERS, APPROVERS, ADMINISTRATORS = "Writers", "Approvers", "Administrators"
#: What whoever publishes does with what is public and what is scheduled; each is a permission of its own.
OF_OFFICERS = ("withdraw_life", "correct_life", "pull_back_life")
APPROVE, SEE_RESTRICTED = "approve_life", "see_restricted_life"
#: What administrators keep beside releases, by app and model.
OF_ADMINISTRATORS = {
    "base": ("user", "rulesettings"),
    "auth": ("group",),
    "publication": ("reviewsettings",),
    "wagtailcore": ("collection", "locale", "site", "task", "workflow"),
    "wagtailredirects": ("redirect",),
    "home": ("auditlog",),
    "news": ("formerleadership",),
}
RECORDS = ("organisation", "boilerplate", "person", "mediacontact")
FILES = ("image", "document")
TERMS = ("add_glossaryterm", "change_glossaryterm", "delete_glossaryterm")
#: Wagtail keeps the permissions on images and documents with its own models, whatever ours are called.
FILE_APPS = ("wagtailimages", "wagtaildocs")


def translators_of(code: str) -> str:
    """The name of the group that translates into a language: "Translators: Arabic"."""
    with override("en"):
        return f"Translators: {dict(settings.LANGUAGES)[code]}"


def prepare_roles() -> None:
    """Make the groups, their permissions and the workflow between them; a second call changes nothing."""
    may_enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    prepare_writers(may_enter)
    for name, beside in ((OFFICERS, ()), (APPROVERS, (APPROVE,)), (ADMINISTRATORS, (APPROVE, SEE_RESTRICTED))):
        prepare_publishers(name, may_enter, *beside)
    administrators = Group.objects.get(name=ADMINISTRATORS)
    for app, models in OF_ADMINISTRATORS.items():
        administrators.permissions.add(
            *Permission.objects.filter(content_type__app_label=app, content_type__model__in=models)
        )
    for locale in Locale.objects.filter(language_code__in=dict(settings.LANGUAGES)):
        prepare_translators(locale, may_enter)
    prepare_review()


def prepare_writers(may_enter: Permission) -> None:
    """Those who write and send for approval, and publish nothing."""
    writers, _created = Group.objects.get_or_create(name=WRITERS)
    hashtags = Permission.objects.filter(content_type__app_label="news", codename="add_hashtag")
    writers.permissions.add(may_enter, *hashtags)
    grant_pages(writers, Page.get_first_root_node(), "add", "change")
    grant_files(writers, "add", "choose")


def prepare_publishers(name: str, may_enter: Permission, *beside: str) -> None:
    """Those who write and publish; `beside`, by their codenames, what some of them may do with a life."""
    group, _created = Group.objects.get_or_create(name=name)
    # Made by a migration alone: a database that was emptied since lacks it.
    may_submit, _created = Permission.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(Translation),
        codename="submit_translation",
        defaults={"name": "Can submit translations"},
    )
    redirects = Permission.objects.filter(content_type__app_label="wagtailredirects")
    hashtags = Permission.objects.filter(content_type__app_label="news", codename__endswith="_hashtag")
    records = record_permissions("add", "change", "delete")
    answers = Permission.objects.filter(content_type__app_label="campaigns", codename="see_answers")
    of_lives = Permission.objects.filter(content_type__app_label="publication", codename__in=(*OF_OFFICERS, *beside))
    group.permissions.add(may_enter, may_submit, *redirects, *hashtags, *term_permissions(), *records, *answers)
    banners = Permission.objects.filter(content_type__app_label="home", codename__endswith="_banner")
    group.permissions.add(*of_lives, *banners)
    grant_pages(group, Page.get_first_root_node(), "add", "change", "publish", "lock", "unlock")
    grant_files(group, "add", "choose", "change")


def prepare_translators(locale: Locale, may_enter: Permission) -> None:
    """The group of a language: its pages, and the records of the directory in it alone."""
    group, _created = Group.objects.get_or_create(name=translators_of(locale.language_code))
    TranslatorGroup.objects.get_or_create(group=group, defaults={"locale": locale})
    group.permissions.add(may_enter, *term_permissions(), *record_permissions("change"))
    for home in HomePage.objects.filter(locale=locale):
        grant_pages(group, home, "change")
    grant_files(group, "add", "choose")


def term_permissions() -> list[Permission]:
    """Permissions on the glossary."""
    return list(Permission.objects.filter(content_type__app_label="translation", codename__in=TERMS))


def record_permissions(*actions: str) -> list[Permission]:
    """Permissions on the records of the directory."""
    codenames = [f"{action}_{record}" for action in actions for record in RECORDS]
    if "change" in actions and "add" in actions:
        codenames.append("publish_boilerplate")
    return list(Permission.objects.filter(content_type__app_label="organisations", codename__in=codenames))


def grant_pages(group: Group, root: Page, *actions: str) -> None:
    """Permissions on a page and all below it."""
    for action in actions:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{action}_page")
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def grant_files(group: Group, *actions: str) -> None:
    """Permissions on images and documents: these, and none that were given before."""
    root = Collection.get_first_root_node()
    codenames = [f"{action}_{model}" for action in actions for model in FILES]
    permissions = Permission.objects.filter(content_type__app_label__in=FILE_APPS)
    given = permissions.filter(codename__in=codenames)
    for permission in given:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
    granted = GroupCollectionPermission.objects.filter(group=group, collection=root, permission__in=permissions)
    granted.exclude(permission__in=given).delete()
