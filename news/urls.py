from django.urls import path

from news import views

urlpatterns = [
    path("quotes/<uuid:quote_id>/", views.quote, name="quote"),
    path("people/", views.speakers, name="speakers"),
    path("people/<slug:slug>/", views.speaker, name="speaker"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
]
