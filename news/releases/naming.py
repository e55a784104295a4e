"""As what a release names records of the directory, by where its content names them."""

from organisations.choices import NamedAs
from organisations.naming.kinds import NamingPages

#: Whom a release makes public its own rows say (`organisations/querysets.py`).
NAMED_BY_RELEASES = NamingPages(
    "news.releasepage",
    {
        "organisation_links.organisation": NamedAs.ISSUER,
        "boilerplate_links.boilerplate": NamedAs.BOILERPLATE,
        "contact_links.contact": NamedAs.CONTACT,
        "participant_links.person": NamedAs.PARTICIPANT,
        "signatory_links.person": NamedAs.SIGNATORY,
        "signatory_links.organisation": NamedAs.SIGNATORY,
        "hashtag_links.tag": NamedAs.HASHTAG,
        "body.quote.speaker": NamedAs.SPEAKER,
        "body.quote.organisation": NamedAs.SPOKEN_FOR,
    },
)
