"""How the history of a page shows what changed: word by word, in words that people read, and nothing that is empty."""

from typing import Any

from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.admin.compare import (
    BlockComparison,
    FieldComparison,
    StructBlockComparison,
    get_comparison_class_for_block,
    register_comparison_class,
)
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

from newsroom.base.diffs import WORDS, diff_pieces
from newsroom.language.html import text_of_html

#: What the marks of Wagtail's own comparisons are called; its style and ours know them.
WENT, CAME = mark_safe('<del class="deletion">'), mark_safe('<ins class="addition">')


def compared(before: str, after: str) -> SafeString:
    """Two texts as one, a paragraph a line: what went, what came and what stayed."""
    pieces = "".join(diff_pieces(WORDS.findall(before), WORDS.findall(after)))
    marked = pieces.replace("<del>", WENT).replace("<ins>", CAME)
    # The pieces are escaped; the marks and the ends of lines are all that becomes a tag here.
    return mark_safe(marked.replace("\n", "<br>"))  # noqa: S308


def value_in_words(value: Any) -> str:
    """What somebody reads of a value; nothing where there is none."""
    if value is None or value == "" or (hasattr(value, "__len__") and not len(value)):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return text_of_html(value.source) if isinstance(value, RichText) else str(value)


class WordsComparison(BlockComparison):
    """Words, or the name of what was chosen."""

    def words(self, value: Any) -> str:
        """What is read of one version."""
        return value_in_words(value)

    def htmlvalue(self, val: Any) -> SafeString:
        """One version."""
        return compared(self.words(val), self.words(val))

    def htmldiff(self) -> SafeString:
        """What went and what came."""
        return compared(self.words(self.val_a), self.words(self.val_b))

    def has_changed(self) -> bool:
        """Whether it reads otherwise."""
        return self.words(self.val_a) != self.words(self.val_b)


class ChoiceComparison(WordsComparison):
    """One of several choices, by the words in which it is offered."""

    def words(self, value: Any) -> str:
        """The words of a choice; nothing for none."""
        offered = dict(self.block.field.choices)
        return str(offered.get(value, value)) if value else ""


class PartsComparison(StructBlockComparison):
    """A block of several parts, each with its name; parts that are empty in both versions are left out."""

    def shown(self, before: Any, after: Any) -> SafeString:
        """The parts of two versions, or of one with itself."""
        rows = []
        for name, block in self.block.child_blocks.items():
            one, other = before[name], after[name]
            if value_in_words(one) or value_in_words(other):
                comparison = get_comparison_class_for_block(block)(block, True, True, one, other)
                rows.append((block.label, comparison.htmldiff() if one != other else comparison.htmlvalue(one)))
        return format_html('<dl class="comparison__list">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", rows))

    def htmlvalue(self, val: Any) -> SafeString:
        """One version."""
        return self.shown(val, val)

    def htmldiff(self) -> SafeString:
        """What went and what came, part by part."""
        return self.shown(self.val_a, self.val_b)


class WordsOfField(FieldComparison):
    """The words of a field."""

    def htmldiff(self) -> SafeString:
        """What went and what came."""
        return compared(self.words(self.val_a), self.words(self.val_b))

    def words(self, value: Any) -> str:
        """What is read of one version."""
        return value_in_words(value)


class WordsOfRichField(WordsOfField):
    """The words of a field with markup, without it."""

    def words(self, value: Any) -> str:
        """What is read of one version."""
        return text_of_html(value or "")


#: How each kind of block is compared, those below it included that say nothing else.
COMPARISONS: dict[type[blocks.Block], type[BlockComparison]] = {
    blocks.CharBlock: WordsComparison,
    blocks.TextBlock: WordsComparison,
    blocks.RichTextBlock: WordsComparison,
    blocks.BooleanBlock: WordsComparison,
    blocks.ChooserBlock: WordsComparison,
    blocks.ChoiceBlock: ChoiceComparison,
    blocks.StructBlock: PartsComparison,
}


def compare_readably() -> None:
    """Let Wagtail compare versions by these; it asks each block first, and each field of the kinds it keeps."""
    for kind, comparison in COMPARISONS.items():
        kind.get_comparison_class = lambda self, comparison=comparison: comparison
    for field in (models.CharField, models.TextField, models.BooleanField):
        register_comparison_class(field, comparison_class=WordsOfField)
    register_comparison_class(RichTextField, comparison_class=WordsOfRichField)
