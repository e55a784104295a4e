"""Records looked at for the index are public in the same ways as any, and what nothing names costs one query."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from campaigns.factories import CampaignHubPageFactory, EventPageFactory
from campaigns.models import CampaignIndexPage, CampaignPartner, EventIndexPage
from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage, ReleaseBoilerplate, ReleaseParticipant
from newsroom.base.factories import publish
from organisations.factories import BoilerplateFactory, OrganisationFactory, PersonFactory
from organisations.models import Organisation, Person

#: In the names of what nothing public names, or what nobody signed.
HIDDEN = ("draft", "embargoed", "False", "unsigned")


@pytest.fixture
def named(index: NewsIndexPage) -> None:
    """Records named in each way by something public and by something that is not."""
    later = timezone.now() + datetime.timedelta(days=2)
    for state, facts in (("public", {}), ("embargoed", {"embargoed_until": later}), ("draft", {"live": False})):
        above = OrganisationFactory(name=f"Above {state}")
        page = ReleasePageFactory(
            parent=index,
            organisation=OrganisationFactory(name=f"Issuer {state}", parent=above),
            body=[quote_block("We measured.", PersonFactory(name=f"Speaker {state}"))],
            **facts,
        )
        page.participant_links.add(ReleaseParticipant(person=PersonFactory(name=f"Guest {state}")))
        text = BoilerplateFactory(organisation=OrganisationFactory(name=f"Described {state}"))
        page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=text))
        publish(page) if state == "public" else page.save()
    events = EventIndexPage.objects.get(locale__language_code="en")
    hubs = CampaignIndexPage.objects.get(locale__language_code="en")
    for live in (True, False):
        host = OrganisationFactory(name=f"Host {live}", parent=OrganisationFactory(name=f"Above host {live}"))
        EventPageFactory(parent=events, slug=f"meeting-{live}", live=live, organiser=host)
        hub = CampaignHubPageFactory(parent=hubs, word=f"Partnered{live}", live=live)
        hub.partner_links.add(CampaignPartner(organisation=OrganisationFactory(name=f"Partner {live}")))
        publish(hub) if live else hub.save()
    for model, name in ((Organisation, "Issuer public"), (Person, "Speaker public")):
        translation = model.objects.get(name=name).copy_for_translation(Locale.objects.get(language_code="fr"))
        translation.name = f"{name} unsigned"
        translation.save()
        model.objects.filter(pk=translation.pk).update(is_signed=False)


@pytest.mark.parametrize("model", [Organisation, Person])
def test_rows_looked_at_are_public_as_all_are(named: None, model: Any) -> None:
    everything = list(model.objects.values_list("pk", flat=True))
    found = {row.name for row in model.objects.released_among(everything)}
    assert found == {row.name for row in model.objects.released()}
    assert found and found < {row.name for row in model.objects.all()}
    assert {name for name in found if any(word in name for word in HIDDEN)} == set()


def test_every_way_is_among_them(named: None) -> None:
    found = {row.name for row in Organisation.objects.released()}
    wanted = {"Issuer public", "Above public", "Described public", "Host True", "Above host True", "Partner True"}
    assert wanted <= found
    assert {"Speaker public", "Guest public"} <= {row.name for row in Person.objects.released()}


@pytest.mark.parametrize("factory", [OrganisationFactory, PersonFactory])
def test_of_what_nothing_names_nobody_asks_what_is_public(db: None, factory: Any) -> None:
    record = factory()
    with CaptureQueriesContext(connection) as asked:
        assert type(record).objects.released_among([record.pk]) == []
    assert len(asked) == 1 and "publication_life" not in asked[0]["sql"]
