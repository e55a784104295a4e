from django import template

from newsroom.publication.embargoes.instants import instant_in_words

register = template.Library()
register.filter("instant_in_words", instant_in_words)
