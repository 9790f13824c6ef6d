"""Django's own checks, those for a deployment among them, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core import checks

from jurisdictions.operating.doctor.finding import Finding, Level, warning

OF_HTTPS = frozenset({"security.W004", "security.W008", "security.W012", "security.W016"})
"""What Django says of each setting that HTTPS=1 sets."""
WHY = {
    "security.W009": "Whoever guesses the key signs in as anybody.",
    "security.W018": "Pages of errors show code and settings to everybody.",
    "security.W020": "Every request is refused.",
    "tracker.E001": "Whoever opens that page may take over any account.",
    "tracker.W001": "Nobody gets an invitation or a new password.",
    "tracker.W002": "Links in mails lead to this machine, where nobody else finds anything.",
    "tracker.W003": "Whoever guesses passwords has as many times the tries.",
    "tracker.W004": "Whoever names an address reads what lies in your own network.",
}
WHY_ELSE = "Django's own check of a deployment asks for it."
DO = {
    "security.W009": "Make a key: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'."
    " The earlier one goes into SECRET_KEY_FALLBACKS.",
    "security.W018": "Set DEBUG=0.",
    "security.W020": "Set ALLOWED_HOSTS to the public name.",
    "tracker.W001": "Set EMAIL_URL to a mail server.",
    "tracker.W002": "Set SITE_URL to the public address.",
}
LEVELS = ((checks.ERROR, Level.ERROR), (checks.WARNING, Level.WARNING), (checks.INFO, Level.NOTE))


def of_django() -> Iterator[Finding]:
    """What `manage.py check --deploy` says: of keys, cookies, https, limits, mails, programs."""
    for one in checks.run_checks(include_deployment_checks=True):
        key = str(one.id or "check")
        level = next((ours for theirs, ours in LEVELS if one.level >= theirs), None)
        if level is None or one.is_silenced() or (key in OF_HTTPS and not settings.HTTPS):
            continue
        do = DO.get(key) or str(one.hint or "See docs/running.md, “Environment”.")
        yield Finding(level, key, str(one.msg), WHY.get(key, WHY_ELSE), do)
    if not settings.HTTPS:
        yield warning(
            "https.off",
            "HTTPS is 0.",
            "Passwords, sessions and what people read pass where everybody on the way can listen.",
            "Put a web server with a certificate before the tracker, and set HTTPS=1.",
        )
