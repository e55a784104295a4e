"""What calls rely on in Wagtail without its promise, asked when Django starts."""

from typing import Any

from django.core.checks import CheckMessage, register

from newsroom.base.stand_ins import StandIn, check_stand_ins

STAND_INS = (StandIn("wagtailforms:delete_submissions", "campaigns.answers.answer_lists.delete_answers"),)


@register()
def check_answers(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E020: an address of Wagtail at which answers would be deleted without a note of who did."""
    return list(check_stand_ins(STAND_INS))
