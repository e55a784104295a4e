from newsroom.publication.models import ExtensionBase


class LetterExtension(ExtensionBase):
    """That an open letter can be signed for longer than was said."""
