"""The admin shows the record, its versions and changes; it changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from jurisdictions import models as tables

if TYPE_CHECKING:
    # Django's admin takes type arguments for the checker only.
    Admin = admin.ModelAdmin[Any]
else:
    Admin = admin.ModelAdmin


class ReadOnly(Admin):
    """Everything may be looked at by staff who may, nothing changed: `record` is the only door."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return bool(request.user.is_active and request.user.is_staff)


class StandsNow(admin.SimpleListFilter):
    """Versions that stand now, those that were superseded, or all."""

    title = _("version")
    parameter_name = "version"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("current", _("current")), ("superseded", _("superseded"))]

    def queryset(
        self, request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> models.QuerySet[Any]:
        match self.value():
            case "current":
                return queryset.filter(superseded_at__isnull=True)
            case "superseded":
                return queryset.filter(superseded_at__isnull=False)
            case _:
                return queryset


class VersionAdmin(ReadOnly):
    """Versions of one kind of fact, the latest first."""

    list_filter = [StandsNow]
    list_select_related = ["fact", "change"]
    search_fields = ["fact__key"]
    ordering = ["-id"]
    shown: tuple[str, ...] = ()

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        return ("fact", *self.shown, "recorded_at", "superseded_at", "change")


def _register(model: type[models.Model], *shown: str) -> None:
    name = f"{model.__name__}Admin"
    admin.site.register(model, type(name, (VersionAdmin,), {"shown": shown}))


_register(tables.Jurisdiction, "name", "kind", "state")
_register(tables.Source, "title", "publisher")
_register(tables.Activation, "activated_on", "deactivated_on")
_register(tables.AgreementStep, "geoid", "on", "step")
_register(tables.OptOutStep, "geoid", "on", "step")
_register(tables.LocalMeasure, "geoid", "on", "kind", "outcome")
_register(tables.PolicyEvent, "title", "on", "effect")
_register(tables.ReportedFigure, "geoid", "metric", "as_of", "value")
_register(tables.Explanation, "flag", "geoid")


@admin.register(tables.Citation)
class CitationAdmin(ReadOnly):
    """Citations: which source supports or contradicts which fact."""

    list_display = ["fact", "source", "contradicts", "field", "said", "recorded_at", "change"]
    list_filter = [StandsNow, "contradicts"]
    list_select_related = ["fact", "source", "change"]
    search_fields = ["fact__key", "source__key"]


@admin.register(tables.Change)
class ChangeAdmin(ReadOnly):
    """The audit log: every change of the record."""

    list_display = ["id", "made_at", "made_by", "reason"]
    date_hierarchy = "made_at"
    search_fields = ["made_by", "reason"]


@admin.register(tables.Edition)
class EditionAdmin(ReadOnly):
    """Every publication."""

    list_display = ["program", "number", "published_at", "published_by", "facts_changed", "spans"]


@admin.register(tables.Job)
class JobAdmin(ReadOnly):
    """What was asked of the worker, and what became of it."""

    list_display = ["id", "kind", "status", "asked_at", "finished_at"]
    list_filter = ["kind", "status"]


@admin.register(tables.SourceFile)
class SourceFileAdmin(ReadOnly):
    """Files of sources: what is kept of each, not the files themselves."""

    list_display = ["id", "source", "media_type", "size", "added_at", "shown_at", "removed_at"]
    search_fields = ["source", "checksum"]


admin.site.register(tables.Program, ReadOnly)


@admin.register(tables.Watch)
class WatchAdmin(ReadOnly):
    """Addresses that are looked at, and how the last look ended."""

    list_display = ["title", "kind", "geoid", "looked_at", "next_look_at", "failures", "why"]
    search_fields = ["title", "address"]
