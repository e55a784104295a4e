from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """What people can join: campaign hubs and events."""

    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        """Tell the search, the directory and the files of answers; connect what listens."""
        from wagtail.models import ReferenceIndex

        from campaigns import checks  # noqa: F401  (register themselves)
        from campaigns.answers.answering import delete_file
        from campaigns.calls.finding import register_calls
        from campaigns.calls.presentation.terms import PREFIX
        from campaigns.events.finding import register_events
        from campaigns.events.issuing import events_of_release
        from campaigns.finding import register_campaigns
        from campaigns.hubs.dated import register_dated
        from campaigns.hubs.following import HUBS_FOLLOW
        from campaigns.hubs.occasions import occasions_naming
        from campaigns.models import AnswerFile, CallEdition, CallPage, EventEdition, EventPage
        from campaigns.naming import NAMED_BY_CALLS, NAMED_BY_EVENTS
        from news.hashtags.following import FOLLOWERS
        from news.models.reference import PREFIXES
        from news.releases.issued_at import register_issued_at
        from organisations.naming.kinds import register_naming
        from organisations.naming.noting import note_first_draft
        from organisations.naming.occasions import register_occasions
        from organisations.uses import TIES, Tie

        register_campaigns()
        register_dated()
        register_events()
        register_calls()
        ReferenceIndex.register_model(EventEdition)
        ReferenceIndex.register_model(CallEdition)
        PREFIXES.append(PREFIX)
        post_delete.connect(delete_file, sender=AnswerFile)
        FOLLOWERS.append(HUBS_FOLLOW)
        register_naming(NAMED_BY_EVENTS)
        register_naming(NAMED_BY_CALLS)
        register_occasions(occasions_naming)
        register_issued_at(events_of_release)
        post_save.connect(note_first_draft, sender=EventPage)
        post_save.connect(note_first_draft, sender=CallPage)
        TIES.append(Tie("campaigns.CampaignHubPage", "hashtag", _("Gathered by the campaign hub")))
        TIES.append(Tie("campaigns.CampaignPartner", "organisation", _("Partner of the campaign hub"), shown="page"))
