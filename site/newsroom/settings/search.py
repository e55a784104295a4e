"""How readers and the CMS search, and which answers are kept until something changes; a part of the base."""

from newsroom.settings import environment

# Readers' search; without an address the index in the database answers.
NEWSROOM_SEARCH_SERVER = {
    "URL": environment.text("NEWSROOM_ELASTICSEARCH_URL", ""),
    "PREFIX": environment.text("NEWSROOM_ELASTICSEARCH_PREFIX", "") or "newsroom",
}
# Addresses, by their names, whose answers anybody may keep and ask about again. What a search server says changes
# without a word from the database.
NEWSROOM_PUBLIC_ANSWERS = {
    *("wagtail_serve", "feed", "gathered_feed", "quote", "speakers", "speaker", "organisations", "organisation"),
    *("calendar", "event_calendar", "programme_calendar", "session_calendar"),
    *("sitemap", "sitemap_part", *(() if NEWSROOM_SEARCH_SERVER["URL"] else ("search",))),
}
#: So many of these answers, the ones asked for last, are kept in each process until something changes.
NEWSROOM_ANSWERS_KEPT = 300
#: So many characters of parts of public pages, articles and rows of lists, each process keeps until something changes.
NEWSROOM_PARTS_KEPT = 24_000_000
# The search of the CMS, a backend of modelsearch; readers have a search of their own.
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": environment.text("NEWSROOM_ADMIN_SEARCH", "") or "newsroom.base.admin_search.backend",
        "URLS": environment.words("NEWSROOM_ADMIN_SEARCH_URLS"),
        "INDEX_PREFIX": "newsroom_admin_",
    }
}
MODELSEARCH_BACKENDS = WAGTAILSEARCH_BACKENDS
