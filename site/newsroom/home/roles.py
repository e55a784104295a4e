"""Who may do what, as Wagtail's groups: officers write and publish, translators translate."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import override
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page
from wagtail_localize.models import Translation

from newsroom.home.models import HomePage
from newsroom.translation.models import TranslatorGroup

OFFICERS = "Communications officers"
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
    """Make the groups and their permissions; a second call changes nothing."""
    officers, _created = Group.objects.get_or_create(name=OFFICERS)
    may_enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
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
    officers.permissions.add(may_enter, may_submit, *redirects, *hashtags, *term_permissions(), *records, *answers)
    grant_pages(officers, Page.get_first_root_node(), "add", "change", "publish", "lock", "unlock")
    grant_files(officers, "add", "choose", "change")
    for locale in Locale.objects.filter(language_code__in=dict(settings.LANGUAGES)):
        prepare_translators(locale, may_enter)


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
