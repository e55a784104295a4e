"""Who may do what, as Wagtail's groups: officers write and publish, translators translate (features.md, A1)."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

OFFICERS = "Communications officers"
TRANSLATORS = "Translators"
RECORDS = ("organisation", "boilerplate", "person", "mediacontact")
FILES = ("image", "document")
TERMS = ("add_glossaryterm", "change_glossaryterm", "delete_glossaryterm")
#: Wagtail keeps the permissions on images and documents with its own models, whatever ours are called.
FILE_APPS = ("wagtailimages", "wagtaildocs")


def prepare_roles() -> None:
    """Make the groups and their permissions; a second call changes nothing."""
    officers, _created = Group.objects.get_or_create(name=OFFICERS)
    translators, _created = Group.objects.get_or_create(name=TRANSLATORS)
    may_enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    may_submit = Permission.objects.get(content_type__app_label="wagtail_localize", codename="submit_translation")
    redirects = Permission.objects.filter(content_type__app_label="wagtailredirects")
    officers.permissions.add(may_enter, may_submit, *redirects, *record_permissions("add", "change", "delete"))
    translators.permissions.add(may_enter, *record_permissions("change"))
    for group in (officers, translators):
        group.permissions.add(*Permission.objects.filter(content_type__app_label="translation", codename__in=TERMS))
    grant_pages(officers, "add", "change", "publish", "lock", "unlock")
    grant_pages(translators, "change")
    for group in (officers, translators):
        grant_files(group)


def record_permissions(*actions: str) -> list[Permission]:
    """Permissions on the records of the directory."""
    codenames = [f"{action}_{record}" for action in actions for record in RECORDS]
    if "change" in actions and "add" in actions:
        codenames.append("publish_boilerplate")
    return list(Permission.objects.filter(content_type__app_label="organisations", codename__in=codenames))


def grant_pages(group: Group, *actions: str) -> None:
    """Permissions on every page."""
    root = Page.get_first_root_node()
    for action in actions:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{action}_page")
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def grant_files(group: Group) -> None:
    """Permissions to add and choose images and documents."""
    root = Collection.get_first_root_node()
    codenames = [f"{action}_{model}" for action in ("add", "choose", "change") for model in FILES]
    for permission in Permission.objects.filter(content_type__app_label__in=FILE_APPS, codename__in=codenames):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
