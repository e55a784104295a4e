from django import template

from newsroom.publication.embargoes.instants import in_words

register = template.Library()
register.filter("instant_in_words", in_words)
