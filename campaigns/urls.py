from django.urls import path

from campaigns.calendars import views
from campaigns.calls.views import answer_call, given_answer
from campaigns.hubs.feed import GatheredFeed
from newsroom.base.requests import converters  # noqa: F401  (registers itself)

urlpatterns = [
    path("feed/", GatheredFeed(), name="gathered_feed"),
    path("calendar.ics", views.calendar_of_choices, name="calendar"),
    path("calendar/<uuid:key>.ics", views.calendar_of_event, name="event_calendar"),
    path("calendar/<uuid:key>/programme.ics", views.calendar_of_programme, name="programme_calendar"),
    path("calendar/<uuid:key>/<uuid:session>.ics", views.calendar_of_session, name="session_calendar"),
    path("answers/<row:page_id>/", answer_call, name="answer_call"),
    path("answers/<str:token>/", given_answer, name="given_answer"),
]
