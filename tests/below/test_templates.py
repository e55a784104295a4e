"""Templates that build on Wagtail's and wagtail-localize's, and scripts that read what those draw.

A block that the original has no more, and a template that it reads no more, would be left out without a word.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Engine, TemplateDoesNotExist
from django.template.loader_tags import BlockNode, ExtendsNode

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
#: The originals that ours repeat with a difference, as they were when ours were written.
REPEATED = {
    "wagtailadmin/shared/page_status_tag.html": "9d4a2f8bd5792d3aafd5b41bd11e27a2dd0355c85f8e9a915f434647350c10b9",
    "wagtaildocs/documents/_file_field.html": "74465d25e3715e9a2c800007200a58d1bbc86ced9d76f25e74966ccde3bb1cb4",
    "wagtailimages/images/_file_field.html": "39fa38e4111d5b1c5c0363095759bd886a2cee30c09cf1601d7df7d97e51a3a8",
}
EDITOR = "wagtail_localize/js/wagtail-localize.js"


def loaded(name: str, skip: list[Any]) -> Any:
    """The template of this name that is found next, after those named."""
    found, _origin = Engine.get_default().find_template(name, skip=skip)
    return found


def extends(template: Any) -> Any:
    """What makes a template one that extends another."""
    return next(iter(template.nodelist.get_nodes_by_type(ExtendsNode)), None)


def ancestors(template: Any) -> Iterator[Any]:
    """The templates that one extends, each extended by the one before."""
    seen = [template.origin]
    while node := extends(template):
        template = loaded(node.parent_name.resolve(Context()), seen)
        seen.append(template.origin)
        yield template


def lost_blocks(template: Any) -> set[str]:
    """The blocks that a template fills and that none of those it extends has."""
    node = extends(template)
    filled = {each.name for each in node.nodelist if isinstance(each, BlockNode)} if node else set()
    there = {each.name for above in ancestors(template) for each in above.nodelist.get_nodes_by_type(BlockNode)}
    return filled - there


@pytest.mark.parametrize("name", NAMES)
def test_every_block_is_there_to_be_filled(name: str) -> None:
    assert lost_blocks(loaded(name, [])) == set()


def test_block_that_was_renamed_is_noticed() -> None:
    engine = Engine.get_default()
    ours = '{% extends "wagtailadmin/base.html" %}{% block contents %}{% block own %}{% endblock %}{% endblock %}'
    assert lost_blocks(engine.from_string(ours)) == {"contents"}


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("wagtail")])
def test_template_of_ours_stands_before_one_of_theirs(name: str) -> None:
    original = loaded(name, [loaded(name, []).origin])
    if extends(loaded(name, [])) is None:
        assert sha256(Path(original.origin.name).read_bytes()).hexdigest() == REPEATED[name], (
            f"{name} changed: take over what is new, then its digest"
        )


def test_template_that_nothing_stands_behind_is_noticed() -> None:
    with pytest.raises(TemplateDoesNotExist):
        loaded("base.html", [loaded("base.html", []).origin])


def test_editor_of_translations_is_drawn_as_our_scripts_expect() -> None:
    """They find its fields by these marks; tests/browser reads the result."""
    drawn = Path(str(finders.find(EDITOR))).read_text("utf-8")
    for mark in (".js-translation-editor", "dataset.props", '"complete"', '"incomplete"', '"errored"', "sourceLocale"):
        assert mark in drawn
    page = loaded("wagtail_localize/admin/edit_translation.html", [])
    original = next(ancestors(page))
    assert 'class="js-translation-editor" data-props="{{ props }}"' in Path(original.origin.name).read_text("utf-8")


def test_choosers_take_what_is_set_in_them() -> None:
    """The script that proposes roles sets an organisation."""
    script = Path(str(finders.find("wagtailadmin/js/vendor.js"))).read_text("utf-8")
    assert "setState(" in script and "[data-chooser-action-choose]" in script
    chooser = loaded("wagtailadmin/widgets/chooser.html", [])
    assert "data-chooser-action-choose" in Path(chooser.origin.name).read_text("utf-8")
