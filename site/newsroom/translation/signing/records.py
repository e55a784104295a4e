"""Translations of records, which know no draft: readers get the original until somebody has signed the translation."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail_localize.models import Translation

from newsroom.base.localize.translations import translation_of
from newsroom.base.models import Signable, User
from newsroom.translation.models.record_task import RecordTask
from newsroom.translation.models.signature import RecordSignature
from newsroom.translation.signing.segments import changes_since, segments_of, signed_of
from newsroom.translation.signing.signoff import ProblemsError, missing_in, problems_of, take_responsibility
from newsroom.translation.tasks.transitions import OVERRIDDEN, SIGNED_OFF


def keep_unsigned_from_readers(instance: Signable, raw: bool = False, **kwargs: Any) -> None:
    """Mark a written row as unsigned unless it says what was signed: readers get the original instead.

    Its task, if it has one, is open as long.
    """
    if not raw:
        instance.is_signed = is_as_signed(instance)
        close_or_open_task(instance)


def close_or_open_task(record: Any) -> None:
    """The task of a record is open until the record is as it was signed."""
    tasks = RecordTask.objects.filter(translation__source__object_id=record.translation_key)
    tasks.filter(translation__target_locale=record.locale_id).update(is_open=not record.is_signed)


def is_as_signed(record: Any) -> bool:
    """Whether a row is an original, is written by hand, or says what was signed."""
    translation = translation_of(record)
    if translation is None:
        return True
    signature = RecordSignature.objects.filter(translation=translation).first()
    return signature is not None and not changes_since(signature.signed_segments, signed_of(translation))


@transaction.atomic
def sign_record(translation: Translation, user: User, reason: str = "", has_checked_machine: bool = False) -> None:
    """Sign a record's translation as it stands; from now on readers of its language get it.

    What is not translated keeps it from being signed. With other problems a `reason` is demanded. What a machine
    translated must have been checked: readers are not told of a machine in a name or a role. Raises ProblemsError.
    """
    segments = segments_of(translation)
    problems = list(problems_of(segments, has_checked_machine))
    is_unchecked = any(segment.is_machine for segment in segments) and not has_checked_machine
    if missing_in(problems) or (problems and (is_unchecked or not reason)):
        raise ProblemsError(problems)
    if has_checked_machine:
        take_responsibility(translation, user)
    RecordSignature.objects.update_or_create(
        translation=translation,
        defaults={
            "signed_at": timezone.now(),
            "signed_by": user,
            "signed_segments": signed_of(translation),
            "override_reason": reason if problems else "",
        },
    )
    translation.save_target(user=user, publish=True)
    told = [{"path": problem.segment.path, "problems": problem.messages} for problem in problems]
    log(
        translation.get_target_instance(),
        OVERRIDDEN if problems else SIGNED_OFF,
        user=user,
        data={"language": translation.target_locale.language_code, "reason": reason, "problems": told},
    )
