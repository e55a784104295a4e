"""What the demonstration newsroom says: an invented institution, its people and three years of its releases.

Everything here is plain data in the shapes of `shapes.py`. The cities, persons, numbers and addresses are invented;
telephone numbers begin with +999 and addresses end in .example, so that none of them can reach anybody. The no-break spaces that French,
Spanish and Russian typography asks for stand in the texts as characters.
"""

from newsroom.demo.content.campaigns import CAMPAIGNS
from newsroom.demo.content.contacts import CONTACTS
from newsroom.demo.content.house import HOUSE
from newsroom.demo.content.images import IMAGES
from newsroom.demo.content.marks import MARKS
from newsroom.demo.content.organisations import ORGANISATIONS
from newsroom.demo.content.people import PEOPLE
from newsroom.demo.content.releases import RELEASES

__all__ = ["CAMPAIGNS", "CONTACTS", "HOUSE", "IMAGES", "MARKS", "ORGANISATIONS", "PEOPLE", "RELEASES"]
