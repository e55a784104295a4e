from newsroom.publication.models import ExtensionBase


class CallExtension(ExtensionBase):
    """That a public call was given more time."""
