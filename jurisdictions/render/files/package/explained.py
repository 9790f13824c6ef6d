"""What the columns of the fact files are called and what they mean: English, to be translated."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

from jurisdictions.render.words.own_labels import own

Text = tuple[str, str]
"""A heading and a meaning."""

IN_SPANISH: Text = (
    _("In Spanish"),
    _("The column before it in Spanish; empty where the record has no Spanish."),
)
COLUMNS: Mapping[str, Text] = {
    "geoid": (
        _("Census geoid"),
        _(
            "Census code of the place: US for the nation, two digits for a state, five for a "
            "county. Text: zeros count."
        ),
    ),
    "name": (_("Name"), _("Name of the place.")),
    "state": (_("State"), _("Two-letter postal code of the state or territory.")),
    "parent": (_("Lies in"), _("Geoid of the state around a county; empty for others.")),
    "ocd_id": (_("OCD id"), _("Open Civic Data division of the place.")),
    "population_2010": (_("Population in 2010"), _("People counted by the census of 2010.")),
    "aliases": (_("Also known as"), _("Other spellings seen in lists, separated by a bar.")),
    "valid_from": (_("Valid from"), _("When the place came to be; empty: before the program.")),
    "valid_to": (
        _("Valid to"),
        _("The first day on which the place was no more; empty: it still is."),
    ),
    "predecessors": (
        _("Predecessors"),
        _("What it was made from, or was before: code, kind, date and name; a bar between."),
    ),
    "successors": (
        _("Successors"),
        _("What became of it: code, kind, date and name of another place; a bar between."),
    ),
    "validity_source": (
        _("Source of these dates"),
        _("Key of the source for when the place came to be, ended, or was given other codes."),
    ),
    "note": (_("Note"), _("What is to be known about it.")),
    "reason": (
        _("Why it differs"),
        _("Why the record gives another number for the same, where that is known."),
    ),
    "key": (_("Key"), _("Key of the source; it never changes.")),
    "title": (_("Title"), _("What the act is called.")),
    "publisher": (_("Publisher"), _("Who published it.")),
    "published_on": (_("Published"), _("When it was published, as precise as is known.")),
    "url": (_("Address"), _("Address of the original; empty: none.")),
    "activated_on": (_("Activated on"), _("The day on which fingerprint sharing began.")),
    "deactivated_on": (_("Deactivated on"), _("The first day on which it no longer held.")),
    "ended_on": (_("Ended on"), _("The first day on which it no longer held.")),
    "disclosed_on": (_("Made public on"), _("When it became public, if later.")),
    "source": (_("Source"), _("Key of the source that supports the fact.")),
    "locator": (_("Where"), _("Page or section.")),
    "quote": (
        _("Words quoted"),
        _("The words of the source that say so, in its language; empty: none."),
    ),
    "archive_url": (
        _("Archived"),
        _("Address of a copy in the Internet Archive; empty: none is known."),
    ),
    "language": (_("Language"), _("Language of the source (BCP 47); empty: nobody has said.")),
    "agreement": (_("Agreement"), _("The agreement that the step belongs to.")),
    "request": (_("Request"), _("The request that the step belongs to.")),
    "seq": (
        _("Step"),
        _("The step's number in its thread; one that was put between 2 and 3 has 2.5."),
    ),
    "step_id": (
        _("Name of the step"),
        _("What the step is called in its thread; it never changes, whatever its number."),
    ),
    "on": (_("On"), _("When it happened: a day, a month or a year, as recorded.")),
    "step": (_("Kind of step"), _("What was done.")),
    "instrument": (_("Instrument"), _("The form that the act had.")),
    "by": (_("By"), _("Who acted.")),
    "to": (_("To"), _("Whom the act was addressed to.")),
    "summary": (_("Summary"), _("What happened, in plain words.")),
    "measure": (_("Measure"), _("Key of the measure; it never changes.")),
    "place": (_("Place"), _("Who acted: the county, or a city in it.")),
    "outcome": (_("Outcome"), _("What became of a local measure.")),
    "basis": (
        _("Basis of the date"),
        _("What the date rests on; in-force-by: the day itself is not known, it may be older."),
    ),
    "date_basis": (
        _("Basis of the date"),
        _("What the date rests on; reported-by: a list named it by then, it may be older."),
    ),
    "event": (_("Event"), _("Key of the act; it never changes.")),
    "effect": (_("Effect"), _("What the act changed for the rule.")),
    "metric": (_("Metric"), _("What was counted.")),
    "period_start": (
        _("Period from"),
        _("First day of the period that the figure covers; empty for a single day."),
    ),
    "as_of": (_("As of"), _("Last day that the figure covers.")),
    "value": (_("Figure"), _("The published figure.")),
    "unit": (_("Unit"), _("What the figure counts.")),
    "fact": (_("Fact"), _("Public name of the fact; it never changes.")),
    "field": (_("Field"), _("The field in dispute.")),
    "recorded": (_("Recorded"), _("What the record holds.")),
    "said": (_("Said"), _("What the source says.")),
    "adjudication": (
        _("Adjudication"),
        _("Why the recorded value stands, once looked into."),
    ),
    **own("COLUMNS", "explained"),
}
"""By the name of the column, where it means the same in every file."""
IN_FILE: Mapping[tuple[str, str], Text] = {
    ("jurisdictions", "kind"): (_("Kind of place"), _("What the place is.")),
    ("local_measures", "kind"): (_("Kind of measure"), _("What sort of act it was.")),
    ("local_measures", "geoid"): (
        _("Census geoid"),
        _("The county or state that the measure bears on. Text: zeros count."),
    ),
    ("sources", "kind"): (
        _("Sort of source"),
        _("What sort of source it is; empty: nobody has said."),
    ),
    ("sources", "vanished_on"): (
        _("Nothing there since"),
        _("Since when nothing is found at its address any more; empty: not that we know."),
    ),
    ("sources", "title"): (_("Title"), _("Title of the source, in its own language.")),
    ("explanations", "flag"): (_("Flag"), _("Key of the flag, or of the flags, that it explains.")),
    ("explanations", "summary"): (
        _("Explanation"),
        _("Why the two things that do not fit together are as they are."),
    ),
    ("conflicting_citations", "source"): (
        _("Source"),
        _("Key of the source that says otherwise."),
    ),
    **own("IN_FILE", "explained"),
}
"""By file and column, where the general text would not do."""
FILES: Mapping[str, Text] = {
    "jurisdictions": (
        _("Jurisdictions"),
        _("The nation, its states, districts and territories, and their counties or equivalents."),
    ),
    "sources": (_("Sources"), _("The documents, pages and lists that the facts rest on.")),
    "activations": (
        _("Activations"),
        _("The day on which fingerprint sharing began in each place."),
    ),
    "agreements": (
        _("Agreements"),
        _("Every step of every agreement between a state and ICE."),
    ),
    "opt_outs": (
        _("Opt-out requests"),
        _("Every step of every formal request not to take part."),
    ),
    "local_measures": (
        _("Local measures"),
        _("Resolutions, limits on detainers, choices to take part, and the like."),
    ),
    **own("FILES", "explained"),
    "policy_events": (
        _("Federal acts"),
        _("What the federal government said or did, and what it changed for the rule."),
    ),
    "reported_figures": (
        _("Published figures"),
        _("Numbers that somebody published, as published."),
    ),
    "explanations": (
        _("Explanations of flags"),
        _("Why what calls for a second look is as it is, where somebody found out."),
    ),
    "conflicting_citations": (
        _("Contradictions"),
        _("Sources that say otherwise on one field of a fact."),
    ),
    "spans": (
        _("Places through time"),
        _("The status of every place from its first day to its last, as the rule derives it."),
    ),
    "citations": (_("Citations"), _("Every fact with every source that speaks of it.")),
    "codebook": (
        _("Codebook"),
        _("Every word that the files use, in English and Spanish, with its meaning."),
    ),
    "changes": (_("Changes"), _("The facts that changed since the edition before.")),
}
"""What each file holds."""


def explained(file: str, column: str) -> Text:
    """Heading and meaning of a column of a fact file; KeyError for one that nobody explained."""
    if column.endswith("_es"):
        return IN_SPANISH
    return IN_FILE.get((file, column)) or COLUMNS[column]
