"""The pages of the calendar: a month, a week, a plain list, and the form that moves a release."""

import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from news.models import ReleasePage
from newsroom.base.rights.sight import sees_page
from newsroom.home.calendar.choices import CalendarSpan
from newsroom.home.calendar.days import day_in, period_around
from newsroom.home.calendar.entries import by_day, entries_in
from newsroom.home.calendar.moving import consequences_of, may_move, move_release, on_day
from newsroom.publication.embargoes.instants import instant_in_words
from newsroom.publication.embargoes.views import MoveForm
from newsroom.publication.gates import RefusedError
from newsroom.translation.rights import may_publish_anywhere


def sees_calendar(user: Any) -> bool:
    """Whether the calendar is for somebody: those who publish, and so decide when."""
    return bool(may_publish_anywhere(user))


def calendar(request: HttpRequest) -> HttpResponse:
    """A month, or a week, or a month as a list, around the day that `on` names. Raises PermissionDenied."""
    if not sees_calendar(request.user):
        raise PermissionDenied
    asked = request.GET.get("span", "")
    span = CalendarSpan(asked) if asked in CalendarSpan.values else CalendarSpan.MONTH
    period = period_around(span, day_in(request.GET.get("on", "")))
    entries = entries_in(period, request.user, may_move=True)
    days = by_day(entries, period)
    context = {
        "period": period,
        "weeks": [[(day, days[day]) for day in week] for week in period.weeks] if span != CalendarSpan.LIST else [],
        "entries": entries,
        "now": timezone.now(),
        "today": timezone.localdate(),
        "picked": _("“%(title)s” is picked up, now on %(day)s.") % {"title": "{title}", "day": "{day}"},
        "spans": [(each.label, calendar_address(each, period.around), each == span) for each in CalendarSpan],
        "before": calendar_address(span, period.before),
        "after": calendar_address(span, period.after),
        "address_of_today": calendar_address(span, timezone.localdate()),
    }
    return render(request, "home/admin/calendar.html", context)


def calendar_address(span: CalendarSpan, day: datetime.date) -> str:
    """Where the calendar shows a span around a day."""
    return f"{reverse('calendar_admin')}?{urlencode({'span': span.value, 'on': day.isoformat()})}"


def move_in_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that moves a release in all its languages, on the day that `to` names at the hour it has; says what that
    means before it is done.

    Raises Http404 for what is no release, PermissionDenied for those who may not move it.
    """
    page = get_object_or_404(ReleasePage, pk=pk)
    if not sees_page(request.user, page) or not may_move(page, request.user):
        raise PermissionDenied
    day = request.GET.get("to", "")
    wished = on_day(page.life.embargoed_until, day_in(day) if day else None)
    form = MoveForm(request.POST or None, instance=page, initial={"embargoed_until": wished})
    if request.method == "POST" and form.is_valid():
        try:
            move_release(
                page, form.cleaned_data["embargoed_until"], form.cleaned_data["embargo_time_zone"], request.user
            )
        except RefusedError as refusal:
            messages.error(request, str(refusal))
        else:
            until = page.life.embargoed_until
            said = {"title": page.draft_title or page.title, "instant": instant_in_words(until)}
            messages.success(request, _("“%(title)s” is moved to %(instant)s.") % said)
            return redirect(calendar_address(CalendarSpan.MONTH, timezone.localdate(until)))
    context = {"page": page, "form": form, "wished": wished, "means": consequences_of(page)}
    return render(request, "home/admin/move_in_calendar.html", context, status=422 if form.errors else 200)
