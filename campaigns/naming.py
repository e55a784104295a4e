"""As what events and calls name records of the directory, by where their content names them."""

from organisations.choices import NamedAs
from organisations.naming.kinds import NamingPages

NAMED_BY_EVENTS = NamingPages(
    "campaigns.eventpage",
    {
        "organisation_links.organisation": NamedAs.ORGANISER,
        "mandate_holder": NamedAs.MANDATED,
        "invitees.group.organisations": NamedAs.INVITED,
        "programme.session.speakers.person": NamedAs.SPEAKER,
        "programme.session.speakers.organisation": NamedAs.SPOKEN_FOR,
        "programme.session.parallel.speakers.person": NamedAs.SPEAKER,
        "programme.session.parallel.speakers.organisation": NamedAs.SPOKEN_FOR,
        "focal_points.organisation": NamedAs.FOCAL_POINT,
        "focal_points.contact": NamedAs.CONTACT,
        "hashtag_links.tag": NamedAs.HASHTAG,
    },
    makes_public=True,
)
NAMED_BY_CALLS = NamingPages(
    "campaigns.callpage",
    {
        "organisation_links.organisation": NamedAs.CALLER,
        "signatories.person": NamedAs.SIGNATORY,
        "signatories.organisation": NamedAs.SIGNATORY,
        "focal_points.person": NamedAs.FOCAL_POINT,
        "focal_points.organisation": NamedAs.FOCAL_POINT,
        "hashtag_links.tag": NamedAs.HASHTAG,
    },
    makes_public=True,
)
