"""The form in which an institution settles what holds a release back and what is only worth a look."""

from typing import Any

from django import forms
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import Panel

from newsroom.base.rules.registry import Level, Rule, rule_registry


def level_field(rule: Rule) -> str:
    """How the field of a rule is called in the form."""
    return f"level_{rule.name}"


def open_rules() -> list[Rule]:
    """The rules that may be settled: all but the conditions, by their titles."""
    return sorted((rule for rule in rule_registry.rules if not rule.is_condition), key=lambda rule: str(rule.title))


class RuleSettingsForm(WagtailAdminModelForm):
    """Has a field for each rule that is no condition, beside those of the model."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rule in open_rules():
            self.fields[level_field(rule)] = forms.ChoiceField(
                label=rule.title, choices=Level.choices, initial=self.instance.level_of(rule)
            )

    def save(self, commit: bool = True) -> Any:
        """Keep the levels that differ from those with which the rules come."""
        chosen = {rule: self.cleaned_data[level_field(rule)] for rule in open_rules()}
        self.instance.chosen_levels = {rule.name: level for rule, level in chosen.items() if level != rule.level}
        return super().save(commit)


class RuleLevelsPanel(Panel):
    """Shows the field of each rule, and below them what always holds back."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "base/admin/rule_levels.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The fields of the rules, and the titles of the conditions."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {
                "rows": [self.form[level_field(rule)] for rule in open_rules()],
                "conditions": [rule.title for rule in rule_registry.rules if rule.is_condition],
            }
