from newsroom.translation.models.glossary import GlossaryTerm

__all__ = ["GlossaryTerm"]
