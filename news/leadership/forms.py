from typing import ClassVar

from newsroom.base.localize.each_language import EachLanguageForm


class LeadershipForm(EachLanguageForm):
    """The name is short."""

    longest: ClassVar[int] = 150
