from newsroom.home.models.banner import Banner
from newsroom.home.models.front_page import HomePage

__all__ = ["Banner", "HomePage"]
