"""Who keeps the record: a person outlives the account, so that no change loses its author."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Person(models.Model):
    """A person known by `name` in the history; without an account after leaving.

    On leaving `name` becomes a pseudonym and `account` null: what was decided stays attributed.
    """

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("account"),
    )
    name = models.CharField(_("name in the history"), max_length=150, unique=True)
    language = models.CharField(
        _("language"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    wants_mail = models.BooleanField(_("wants e-mail about proposals"), default=True)
    joined_at = models.DateTimeField(_("joined at"))
    suspended_at = models.DateTimeField(_("suspended at"), null=True, blank=True)
    left_at = models.DateTimeField(_("left at"), null=True, blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(account__isnull=True),
                name="who_left_has_no_account",
            ),
        ]

    def __str__(self) -> str:
        return self.name
