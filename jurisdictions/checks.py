"""What Django's system check says about this app's settings."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register

from jurisdictions.program_set import lacking, unsaid


@register(Tags.security)
def outbox_is_closed_in_public(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """The outbox shows every mail to everybody: with https or a mail server it is refused."""
    del app_configs
    if settings.DEV_OUTBOX and (settings.HTTPS or settings.EMAIL_URL):
        said = "DEV_OUTBOX shows everybody every mail, links to set passwords among them."
        return [checks.Error(said, hint="Unset one of them.", id="tracker.E001")]
    return []


@register(Tags.security, deploy=True)
def mails_go_somewhere(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """In public, invitations and new passwords need a mail server and the site's address."""
    del app_configs
    missing = [name for name in ("EMAIL_URL", "SITE_URL") if not getattr(settings, name)]
    return [
        checks.Warning(
            f"{name} is not set: mails are not delivered, or their links lead nowhere.",
            id=f"tracker.W00{number}",
        )
        for number, name in enumerate(missing, start=1)
    ]


@register(Tags.security, deploy=True)
def limits_are_shared(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """Without a cache that all web processes share, each counts its own attempts and requests."""
    del app_configs
    own = settings.CACHES["limits"]["BACKEND"] == "django.core.cache.backends.locmem.LocMemCache"
    if not own or settings.WEB_WORKERS <= 1:
        return []
    said = (
        f"{settings.WEB_WORKERS} web processes count limits each for itself: who is refused by one"
        " may try at the next, so that every limit is as many times as high."
    )
    hint = "Name a Redis in BROKER_URL, or run one web process (WEB_WORKERS=1)."
    return [checks.Warning(said, hint=hint, id="tracker.W003")]


@register(Tags.security, deploy=True)
def nothing_inside_is_fetched(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """An origin that is let through for trying out may lie in the operator's own network."""
    del app_configs
    if not settings.FETCH_TRIED_ORIGINS:
        return []
    said = "FETCH_TRIED_ORIGINS lets whoever names an address read what lies at these origins."
    return [checks.Warning(said, hint="Unset it.", id="tracker.W004")]


@register
def programs_are_whole(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """A program is found by its folder: one with a file too few would break page by page."""
    del app_configs
    return [
        checks.Error(
            f"The program “{slug}” has no {path}.",
            hint="docs/adding.md, “A program”, tells what it says.",
            id="tracker.E002",
        )
        for slug, path in lacking(settings.BASE_DIR)
    ]


@register
def rules_of_acts_say_all(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """What a program leaves out is made from its rule, which has to say what acts do."""
    del app_configs
    return [
        checks.Error(
            f"The rule of the program “{slug}” has no {name}.",
            hint="jurisdictions/status/acts_alone.py tells what it says.",
            id="tracker.E003",
        )
        for slug, name in unsaid()
    ]
