from django.urls import path

from campaigns.calls.views import answer_call, given_answer

urlpatterns = [
    path("answers/<int:page_id>/", answer_call, name="answer_call"),
    path("answers/<str:token>/", given_answer, name="given_answer"),
]
