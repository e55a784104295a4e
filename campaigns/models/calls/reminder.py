from django.db import models

from campaigns.calls.choices import Reminder


class OutcomeReminder(models.Model):
    """That the officers of a call were reminded of its outcome, for a day on which it is due."""

    call_key = models.UUIDField(db_index=True)
    due_on = models.DateField()
    reminder = models.CharField(max_length=10, choices=Reminder.choices)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=("call_key", "due_on", "reminder"), name="reminded_of_an_outcome_once")
        ]

    def __str__(self) -> str:
        return f"{self.call_key}, {self.reminder}"
