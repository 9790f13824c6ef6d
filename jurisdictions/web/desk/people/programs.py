"""/desk/programs/: what is said of each program, in both languages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from jurisdictions.read.keeping.programs import program_texts, programs
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.program_texts import edit_program
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.site.forms import tell_faults

DOOR = "programs.administer"


def _line(label: Any, language: str, *, required: bool = False) -> forms.CharField:
    widget = forms.TextInput(attrs={"lang": language})
    return forms.CharField(label=label, required=required, widget=widget)


def _text(label: Any, language: str) -> forms.CharField:
    widget = forms.Textarea(attrs={"lang": language, "rows": 4})
    return forms.CharField(label=label, required=False, widget=widget)


class ProgramForm(forms.Form):
    """A program's texts and opening day."""

    name = _line(_("Name in English"), "en", required=True)
    name_es = _line(_("Name in Spanish"), "es")
    agency = _line(_("Agency in English"), "en")
    agency_es = _line(_("Agency in Spanish"), "es")
    summary = _text(_("Summary in English"), "en")
    summary_es = _text(_("Summary in Spanish"), "es")
    opening_on = forms.DateField(
        label=_("Opening day"),
        help_text=_(
            "The day that the map and every page show before a reader chooses another. Choose one "
            "on which much was in force. Empty: the reader's own day."
        ),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )


@require_safe
@desk_page(DOOR)
def program_list(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every program."""
    context = {"programs": programs(get_language() or "en")}
    return render_desk(request, actor, "desk/people/programs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(DOOR)
def program(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    """One program. POST changes what is said of it."""
    found = program_texts(slug)
    if found is None:
        raise Http404
    given = {**found.texts, "opening_on": found.opening_on}
    form = ProgramForm(request.POST if request.method == "POST" else None, initial=given)
    if form.is_valid():
        texts = dict(form.cleaned_data)
        opening_on = texts.pop("opening_on")
        try:
            changed = edit_program(
                program=slug, texts=texts, opening_on=opening_on, by=actor, at=now()
            )
        except Refused as refused:
            tell_faults(form, refused)
        else:
            said = gettext("Saved.") if changed else gettext("Nothing was changed.")
            messages.success(request, said)
            return redirect("program-edit", slug=slug)
    context = {"form": form, "program": found}
    return render_desk(request, actor, "desk/people/program.html", context)
