"""Plain sentences about a fact."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.fact_days import fact_day_and_basis
from jurisdictions.render.words.figures import figure_sentence
from jurisdictions.render.words.labels import word_label
from jurisdictions.render.words.own_labels import own


def reason_text(fact: FactRow) -> str:
    """What a fact says, in one or two plain sentences that begin with its date."""
    return _("%(when)s: %(text)s") % {"when": fact_day_and_basis(fact), "text": fact_text(fact)}


def fact_text(fact: FactRow) -> str:
    """What a fact says, without its date.

    Of a kind whose facts have no text of their own its program tells: `fact_texts` in its folder.
    """
    texts = own("TEXTS", "fact_texts")
    if fact.kind in texts:
        return str(texts[fact.kind](fact))
    if fact.kind == "reported_figure":
        return figure_sentence(fact)
    if fact.kind == "policy_event":
        return _("%(title)s. %(text)s") % {"title": fact.title, "text": fact.summary}
    return fact.summary or fact.title or word_label(fact.kind, fact.word)
