"""Who signed something, by an account that may go and by a name that stays."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor

from newsroom.base.users import name_of


class SignerDescriptor(ForwardManyToOneDescriptor):
    """Whoever is put down is named as they are called at that moment."""

    def __set__(self, instance: Any, value: Any) -> None:
        super().__set__(instance, value)
        setattr(instance, self.field.name_field, name_of(value))


class SignerField(models.ForeignKey):
    """The account of who signed. Once that is deleted, or its name another, `name_field` tells who it was.

    A model declares the field of the name first: what it is made with fills its fields in their order.
    """

    forward_related_accessor_class = SignerDescriptor

    def __init__(self, *args: Any, name_field: str = "", **kwargs: Any) -> None:
        self.name_field = name_field
        kwargs |= {"null": True, "on_delete": models.SET_NULL, "related_name": "+"}
        super().__init__(kwargs.pop("to", settings.AUTH_USER_MODEL), **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """For migrations a foreign key as any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.ForeignKey", args, kwargs


class SignerNameField(models.CharField):
    """What somebody was called when they signed; written by the `SignerField` that names it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": 320, "blank": True, "editable": False, "default": ""}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """For migrations a text as any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        """As it stands. That it is asked for makes `update_or_create` write it together with the account."""
        return super().pre_save(model_instance, add)


def keep_names(apps: Any, schema_editor: Any, app: str, **fields: tuple[str, str]) -> None:
    """Give, in a migration, what was signed the name that its account has today.

    `fields` names for each model, in small letters, the field of the account and that of the name. Says how many rows
    it wrote.
    """
    users = apps.get_model("base", "User").objects.using(schema_editor.connection.alias)
    for model, (account, name) in fields.items():
        rows = apps.get_model(app, model).objects.using(schema_editor.connection.alias).filter(**{name: ""})
        signers = users.filter(pk__in=rows.order_by().exclude(**{account: None}).values(account))
        written = 0
        for user in signers:
            called = f"{user.first_name} {user.last_name}".strip() or user.username
            written += rows.filter(**{account: user.pk}).update(**{name: called})
        if written:
            print(f"\n    {app}.{model}: {written} names of those who signed are kept as text")  # noqa: T201
