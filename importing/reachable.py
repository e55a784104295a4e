"""Addresses and numbers of contacts as the newsroom writes them, with the country that a document tells."""

from dataclasses import replace

from importing.proposal import Proposal
from newsroom.language.addresses import country_of_phone, written_email, written_phone
from newsroom.language.calendar.places import country_of_zone, zone_of_place


def country_of_document(proposal: Proposal) -> str:
    """Return where numbers without their country are dialled (ISO 3166): the place of issue, or the other numbers.

    "" where neither tells it, or the numbers are of several countries.
    """
    place = proposal.dateline.place or ""
    country = country_of_zone(zone_of_place(place, proposal.language or "en")) if place else ""
    if country:
        return country
    countries = {country_of_phone(contact.phone or "") for contact in proposal.contacts} - {""}
    return countries.pop() if len(countries) == 1 else ""


def with_written_contacts(proposal: Proposal, country: str) -> Proposal:
    """Return a proposal whose contacts have their addresses and numbers in one form; what cannot be read stays."""
    return replace(
        proposal,
        contacts=tuple(
            replace(
                contact,
                email=written_email(contact.email or "") or contact.email,
                phone=written_phone(contact.phone or "", country) or contact.phone,
            )
            for contact in proposal.contacts
        ),
    )
