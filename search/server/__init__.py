"""The engine on an Elasticsearch server, for a newsroom that outgrows its database (docs/decisions/0019)."""
