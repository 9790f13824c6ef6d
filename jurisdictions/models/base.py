"""What every version of every fact carries: its identity, its time in the record, its change."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.fact import Change, Fact
from jurisdictions.status.dates import LONGEST, NotADate, PartialDate

if TYPE_CHECKING:
    from datetime import datetime

    # Django's fields take type arguments for the checker only.
    TextField = models.CharField[Any, Any]
    Numbers = models.DecimalField[Any, Any]
else:
    TextField = models.CharField
    Numbers = models.DecimalField

AnyVersion = TypeVar("AnyVersion", bound="Version")


class PartialDateField(TextField):
    """A PartialDate, kept as the text that it prints: `2010-07`, `2026-05-14/2026-05-18`."""

    description = _("Partial date")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = LONGEST
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: Any) -> PartialDate | None:
        return PartialDate.parse(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or isinstance(value, PartialDate):
            return value
        from django.core.exceptions import ValidationError

        try:
            return PartialDate.parse(str(value)) if value else None
        except NotADate as wrong:
            raise ValidationError(str(wrong)) from wrong

    def get_prep_value(self, value: Any) -> str | None:
        return str(value) if value else None

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")


class StepNumberField(Numbers):
    """The number of a step in its thread: 1, 2, 3 …; 2.5 for one that was put between 2 and 3."""

    description = _("Number of a step")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_digits": 10, "decimal_places": 6}
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Decimal | None, *_: Any) -> Decimal | None:
        return None if value is None else plain(value)


def plain(number: Decimal) -> Decimal:
    """The same number, without noughts behind it: it prints as its cell is written."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


class VersionQuerySet(models.QuerySet[AnyVersion]):
    """Which versions were in the record: now, at a moment, or after a change."""

    def current(self) -> VersionQuerySet[AnyVersion]:
        """The versions that stand now."""
        return self.filter(superseded_at__isnull=True)

    def as_recorded_at(self, moment: datetime) -> VersionQuerySet[AnyVersion]:
        """The versions that stood at a moment."""
        return self.filter(recorded_at__lte=moment).filter(
            Q(superseded_at__isnull=True) | Q(superseded_at__gt=moment)
        )

    def after_change(self, change_id: int) -> VersionQuerySet[AnyVersion]:
        """The versions that stood once a change was made: what an edition was derived from."""
        return self.filter(change_id__lte=change_id).filter(
            Q(ended_by_id__isnull=True) | Q(ended_by_id__gt=change_id)
        )


def version_constraints() -> list[models.BaseConstraint]:
    """Time in the record does not run backwards, and an end names the change that made it."""
    return [
        models.CheckConstraint(
            condition=Q(superseded_at__isnull=True) | Q(superseded_at__gt=F("recorded_at")),
            name="%(class)s_forwards",
        ),
        models.CheckConstraint(
            condition=Q(superseded_at__isnull=True, ended_by__isnull=True)
            | Q(superseded_at__isnull=False, ended_by__isnull=False),
            name="%(class)s_end_whole",
        ),
    ]


class Version(models.Model):
    """One version of something recorded; never changed but to be superseded."""

    recorded_at = models.DateTimeField(_("recorded at"), db_index=True)
    superseded_at = models.DateTimeField(_("superseded at"), null=True, blank=True, db_index=True)
    change = models.ForeignKey(Change, models.PROTECT, related_name="+", verbose_name=_("change"))
    ended_by = models.ForeignKey(
        Change, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ended by")
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = version_constraints()


class FactVersion(Version):
    """One version of a fact."""

    fact = models.ForeignKey(Fact, models.PROTECT, related_name="+", verbose_name=_("fact"))

    class Meta:
        abstract = True
        constraints = [
            *version_constraints(),
            models.UniqueConstraint(
                fields=["fact"],
                condition=Q(superseded_at__isnull=True),
                name="%(class)s_one_current",
            ),
        ]

    def __str__(self) -> str:
        return str(self.fact)


class DisclosedFact(FactVersion):
    """A fact that may have become public later than its own day."""

    disclosed_on = PartialDateField(_("disclosed on"), null=True, blank=True)

    class Meta(FactVersion.Meta):
        abstract = True
