# The newsroom as one image: the web process, the scheduler and the worker run from it, nothing else does.
#
#     docker build --tag newsroom .
#
# No secret is needed to build it and none is left in it. compose.yaml shows how it runs.

FROM python:3.11-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /srv/newsroom

# What production runs; every file is checked against the hash in the lock.
COPY requirements/ requirements/
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --require-hashes --requirement requirements/production.txt

# What makes the editable install; it stays in this stage.
RUN pip install --require-hashes --target /opt/tools --requirement requirements/build.txt

# The sources stay where the settings look for templates and translations; the install only puts them on the path.
COPY . .
RUN PYTHONPATH=/opt/tools /opt/venv/bin/pip install --no-deps --no-build-isolation --editable .

# Production's settings refuse to load without values; these are thrown away with the command that uses them.
RUN export DJANGO_SETTINGS_MODULE=newsroom.settings.base \
        NEWSROOM_SECRET_KEY=only-while-the-image-is-built-only-while-the-image-is-built \
        NEWSROOM_BASE_URL=http://localhost \
        NEWSROOM_ALLOWED_HOSTS=localhost \
        NEWSROOM_EMAIL_URL=dummymail:// \
        NEWSROOM_FROM_EMAIL=newsroom@localhost \
    && /opt/venv/bin/python manage.py compile_translations \
    && /opt/venv/bin/python manage.py collectstatic --noinput \
    && /opt/venv/bin/python -m compileall -q site organisations news campaigns importing search


FROM python:3.11-slim
ENV DJANGO_SETTINGS_MODULE=newsroom.settings.base PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin newsroom
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/newsroom /srv/newsroom

# The one folder that is written to. Mount a volume here and nowhere above: var/static belongs to the image.
RUN install --directory --owner newsroom --group newsroom --mode 0700 /srv/newsroom/var/media

WORKDIR /srv/newsroom
USER newsroom
EXPOSE 8000
CMD ["gunicorn", "newsroom.wsgi:application", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", "--keep-alive=30", "--worker-tmp-dir=/dev/shm", "--no-control-socket"]
