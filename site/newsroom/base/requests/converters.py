from django.urls import register_converter
from django.urls.converters import IntConverter


class RowConverter(IntConverter):
    """The number of a row in an address; one that no database can hold names nothing, and is not asked for."""

    regex = "[0-9]{1,9}"


register_converter(RowConverter, "row")
