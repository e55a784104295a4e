"""Every address of the newsroom. What readers see stands under its language's prefix."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from campaigns import urls as campaign_urls
from campaigns.answers.answer_lists import delete_answers
from news import urls as news_urls
from news.feeds import ReleaseFeed
from news.views import release_by_reference
from newsroom.home import health
from newsroom.home.audit.report import AuditLogView
from newsroom.home.desk.own_panels import LockedPagesWithinSight
from newsroom.home.log_in.reset import BrakedPasswordReset
from newsroom.home.log_in.second_factor_views import second_factor
from newsroom.home.log_in.single_sign_on_views import LogOutOfProvider, back_from_provider, single_sign_on
from newsroom.home.sitemaps import sitemap, sitemap_part
from newsroom.home.views import robots
from newsroom.language.catalogue import language_row
from newsroom.publication.admin_views import take_off_page
from newsroom.publication.embargoes.views import embargo_page, unschedule
from newsroom.publication.files.views import delete_document, delete_image
from newsroom.publication.preview_links.views import shared_draft, shared_file, shared_text
from newsroom.publication.views import serve_document, serve_image
from newsroom.translation.exchange.views import po_back, po_out
from search.views import completions, results

urlpatterns = [
    # Asked where Wagtail would ask no more than "are you sure".
    path("admin/pages/<int:pk>/unpublish/", take_off_page),
    path("admin/pages/<int:pk>/embargo/", embargo_page, name="publication_embargo"),
    path("admin/pages/<int:pk>/revisions/<int:revision_id>/unschedule/", unschedule),
    path("admin/images/<int:image_id>/delete/", delete_image),
    path("admin/documents/delete/<int:document_id>/", delete_document),
    path("admin/forms/submissions/<int:page_id>/delete/", delete_answers),
    # For those with the permission alone, where Wagtail shows everybody what they may change.
    path("admin/reports/site-history/", require_admin_access(AuditLogView.as_view()), name="audit_log"),
    path(
        "admin/reports/site-history/results/",
        require_admin_access(AuditLogView.as_view(results_only=True)),
        name="audit_log_results",
    ),
    # Within sight, where Wagtail shows whatever somebody locked.
    path("admin/reports/locked/", require_admin_access(LockedPagesWithinSight.as_view()), name="locked_pages"),
    path(
        "admin/reports/locked/results/",
        require_admin_access(LockedPagesWithinSight.as_view(results_only=True)),
        name="locked_pages_results",
    ),
    path("admin/second-factor/", second_factor, name="second_factor"),
    path("admin/single-sign-on/", single_sign_on, name="single_sign_on"),
    path("admin/single-sign-on/answer/", back_from_provider, name="single_sign_on_answer"),
    path("admin/logout/", LogOutOfProvider.as_view(), name="log_out_of_provider"),
    path("admin/password_reset/", BrakedPasswordReset.as_view(), name="braked_password_reset"),
    # Safe where wagtail-localize's own are not.
    path("admin/localize/translate/<int:translation_id>/pofile/download/", po_out),
    path("admin/localize/translate/<int:translation_id>/pofile/upload/", po_back),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<row:document_id>/<str:document_filename>", serve_document),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:path>", serve_image, name="image"),
    path("robots.txt", robots, name="robots"),
    *health.urlpatterns,
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<slug:name>-<int:number>.xml", sitemap_part, name="sitemap_part"),
    # Readers who guess the address of a language by its shorter code: "zh" for "zh-hans".
    *(
        re_path(rf"^{row.main}/(?P<rest>.*)$", RedirectView.as_view(url=f"/{row.code}/%(rest)s", query_string=True))
        for row in map(language_row, dict(settings.LANGUAGES))
        if row.main not in dict(settings.LANGUAGES)
    ),
    path("<slug:prefix>/<int:year>/<int:number>/", release_by_reference, name="reference"),
    *i18n_patterns(
        path("search/", results, name="search"),
        path("search/completions/", completions, name="completions"),
        path("news/feed/", ReleaseFeed(), name="feed"),
        path("drafts/<slug:token>/", shared_draft, name="shared_draft"),
        path("drafts/<slug:token>", shared_draft),  # a redirect to the slash would carry the secret
        path("drafts/<slug:token>/text/", shared_text, name="shared_text"),
        path("drafts/<slug:token>/files/<slug:signature>/<path:path>", shared_file, name="shared_file"),
        path("", include(news_urls)),
        path("", include(campaign_urls)),
        path("", include(wagtail_urls)),
    ),
]

handler400 = "newsroom.home.views.bad_request"
handler403 = "newsroom.home.views.forbidden"
handler404 = "newsroom.home.views.not_found"
handler500 = "newsroom.home.views.server_error"
