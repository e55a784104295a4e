from django.urls import path

from news import views
from news.clearance import views as clearance_views

urlpatterns = [
    path("clearance/<slug:token>/", clearance_views.clearance, name="clearance"),
    path("clearance/<slug:token>", clearance_views.clearance),  # a redirect to the slash would carry the secret
    path("quotes/<uuid:quote_id>/", views.quote, name="quote"),
    path("people/", views.speakers, name="speakers"),
    path("people/<slug:slug>/", views.speaker, name="speaker"),
    path("organisations/", views.organisation_list, name="organisations"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
]
