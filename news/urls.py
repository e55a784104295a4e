from django.urls import path, re_path

from news import clearance_views, views

urlpatterns = [
    # With or without the slash: a redirect would carry the secret.
    re_path(r"^clearance/(?P<token>[\w-]+)/?$", clearance_views.clearance, name="clearance"),
    path("quotes/<uuid:quote_id>/", views.quote, name="quote"),
    path("people/", views.speakers, name="speakers"),
    path("people/<slug:slug>/", views.speaker, name="speaker"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
]
