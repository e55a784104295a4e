#!/usr/bin/env python
"""Run Django's commands with the development settings unless others are named."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.development")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
