from newsroom.home.models.audit_log import AuditLog
from newsroom.home.models.banner import Banner
from newsroom.home.models.front_page import HomePage

__all__ = ["AuditLog", "Banner", "HomePage"]
