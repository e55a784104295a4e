from django.urls import path

from news import views
from news.clearance import views as clearance_views
from news.letters import views as letter_views
from news.letters.feed import SignatoryFeed
from newsroom.base.requests import converters  # noqa: F401  (registers itself)

urlpatterns = [
    path("clearance/<slug:token>/", clearance_views.clearance, name="clearance"),
    path("clearance/<slug:token>", clearance_views.clearance),  # a redirect to the slash would carry the secret
    path("quotes/<uuid:quote_id>/", views.quote, name="quote"),
    path("people/", views.speakers, name="speakers"),
    path("people/<slug:slug>/", views.speaker, name="speaker"),
    path("organisations/", views.organisation_list, name="organisations"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("letters/<row:page_id>/sign/", letter_views.sign_letter, name="sign_letter"),
    path("letters/<row:page_id>/asked/", letter_views.asked_to_confirm, name="asked_to_confirm"),
    path("letters/<row:page_id>/signatories.csv", letter_views.signatories_as_table, name="signatories_csv"),
    path("letters/<row:page_id>/feed/", SignatoryFeed(), name="signatories_feed"),
    path("letters/signature/<str:token>/", letter_views.signature, name="signature"),
]
