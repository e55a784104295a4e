from newsroom.publication.management.commands.lift_due import Command as LiftDue


class Command(LiftDue):
    """Takes the place of Wagtail's command of this name, which would take the languages of a release one by one."""
