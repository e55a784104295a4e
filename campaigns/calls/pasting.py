"""What is pasted from a letter becomes rows."""

import re
from typing import Any

from campaigns.models.calls.answer import CallFormField
from campaigns.models.calls.rows import CallMeeting, CallStep
from newsroom.language.calendar.periods import periods_in

#: What stands before a step in a letter: "1.", "2)", "(3)", "a)", a dash or a point, and a dash before a number.
MARK = re.compile(r"^[\s\-–—•*·]*(?:\(?(?:\d{1,2}|[a-z])[.):、]\)?\s*)?")
LONGEST_NOTE = 60
#: What stands in brackets behind a question: "(optional)", "(file)".
IN_BRACKETS = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")
CHOICES = re.compile(r"\s*[:：]\s*(?=\S.*[/／])")
OPTIONAL = ("optional", "facultati", "opcional", "необязательн", "اختياري", "选填")
FILE = ("file", "fichier", "archivo", "файл", "ملف", "文件")
MAILBOX = ("e-mail", "email", "courriel", "correo", "эл. почт", "электронн", "البريد", "邮箱", "邮件")


def steps_in(text: str) -> list[Any]:
    """Return a step for each line of a text that says something, without the number or sign before it."""
    lines = (MARK.sub("", line).strip() for line in text.splitlines())
    return [CallStep(text=line) for line in lines if line]


def meetings_in(text: str) -> list[Any]:
    """Return a meeting for each day or month that a text names with its year, in the words of any language.

    What stands behind a colon or dash on a line of its own is the note of the meeting.
    """
    found = []
    for line in text.splitlines():
        periods = periods_in(line)
        note = re.sub(r"^[\s:–—,;-]+", "", line[periods[0].end :]).strip() if len(periods) == 1 else ""
        for period in periods:
            when = {"day": period.since} if period.is_day else {"month": f"{period.since:%Y-%m}"}
            found.append(CallMeeting(**when, note=note if len(note) <= LONGEST_NOTE else ""))
    return found


def questions_in(text: str) -> list[Any]:
    """Return a question of the form for each line: "E-mail", "Available: yes / no", "Signed paper (file, optional)".

    Choices stand behind a colon with strokes between them. What is not said to be optional is needed.
    """
    return [question_of(words) for line in text.splitlines() if (words := MARK.sub("", line).strip())]


def question_of(words: str) -> Any:
    """Return the question of one line."""
    found = IN_BRACKETS.search(words)
    notes = found[1].casefold() if found else ""
    is_optional, is_file = (any(word in notes for word in each) for each in (OPTIONAL, FILE))
    label = words[: found.start()] if found and (is_optional or is_file) else words
    label, *choices = CHOICES.split(label, maxsplit=1)
    kind = "file" if is_file else "radio" if choices else "singleline"
    if kind == "singleline" and any(word in label.casefold() for word in MAILBOX):
        kind = "email"
    listed = "\n".join(choice.strip() for choice in re.split(r"[/／]", choices[0])) if choices else ""
    row = CallFormField(label=label.strip(), field_type=kind, required=not is_optional, choices=listed)
    row.clean_name = row.get_field_clean_name()
    return row
