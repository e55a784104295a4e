"""A few words above every public page, without a deploy."""
