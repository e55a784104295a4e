from organisations.models.boilerplate import Boilerplate
from organisations.models.contact import MediaContact
from organisations.models.organisation import Organisation
from organisations.models.person import Person, Role

__all__ = ["Boilerplate", "MediaContact", "Organisation", "Person", "Role"]
