"""The example rows of the templates: of places that are, from a source that is not."""

from __future__ import annotations

from collections.abc import Mapping

from jurisdictions.render.words.own_labels import own

SOURCE = "example-source"
"""No source is called so: an example whose mark was taken out is refused."""

EXAMPLES: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    # In no state that there is: "00" is nobody's code.
    "jurisdiction": (
        {
            "geoid": "00001",
            "kind": "county",
            "name": "Example County",
            "state": "EX",
            "parent": "00",
            "ocd_id": "ocd-division/country:us/state:ex/county:example",
            "population_2010": "5194675",
            "aliases": "Example|County of Example",
            "predecessors": "17998 renamed 2011 Sample County",
        },
        {
            "geoid": "00003",
            "kind": "parish",
            "name": "Sample Parish",
            "state": "EX",
            "parent": "00",
            "valid_from": "2011",
        },
    ),
    "source": (
        {
            "key": "example-board-letter-2010",
            "title": "Letter of the county board to ICE",
            "publisher": "Cook County",
            "published_on": "2010-07-13",
            "url": "https://example.org/letter.pdf",
        },
        {
            "key": "example-newspaper-2011",
            "title": "County asks to leave",
            "published_on": "2011-05",
        },
    ),
    "activation": (
        {"geoid": "17031", "activated_on": "2013-01-22", "source": SOURCE, "locator": "page 3"},
        {
            "state": "IL",
            "county": "Lake County",
            "activated_on": "January 2013",
            "source": SOURCE,
            "note": "The list gives the month only.",
        },
    ),
    "agreement": (
        {
            "agreement": "il",
            "seq": "1",
            "geoid": "17",
            "on": "2009-11-02",
            "step": "signed-by-state",
            "by": "Illinois State Police",
            "summary": "The head of the state police signed.",
            "source": SOURCE,
        },
        {
            "agreement": "il",
            "seq": "2",
            "state": "Illinois",
            "on": "November 20, 2009",
            "step": "signed",
            "by": "ICE",
            "summary": "ICE countersigned.",
            "source": SOURCE,
        },
    ),
    "opt_out": (
        {
            "request": "cook-2010",
            "seq": "1",
            "geoid": "17031",
            "on": "2010-07-13",
            "step": "requested",
            "instrument": "letter",
            "by": "County Board",
            "to": "ICE",
            "summary": "The board asked ICE not to activate the county.",
            "source": SOURCE,
            "locator": "page 2",
        },
        {
            "request": "cook-2010",
            "seq": "2",
            "state": "IL",
            "county": "Cook",
            "on": "August 2010",
            "step": "refused",
            "instrument": "reply",
            "by": "ICE",
            "to": "County Board",
            "summary": "ICE answered that taking part is not voluntary.",
            "source": SOURCE,
        },
    ),
    "local_measure": (
        {
            "measure": "cook-2011-09-detainer-limit",
            "geoid": "17031",
            "place": "Cook County",
            "on": "2011-09-07",
            "kind": "detainer-limit",
            "by": "County Board",
            "summary": "An ordinance ended the honoring of detainers without payment.",
            "outcome": "adopted",
            "source": SOURCE,
        },
        {
            "measure": "evanston-2010-resolution",
            "state": "IL",
            "county": "Cook",
            "place": "Evanston",
            "on": "2010",
            "kind": "resolution",
            "by": "City Council",
            "summary": "A resolution asked the county to stay out.",
            "outcome": "unknown",
            "source": SOURCE,
        },
    ),
    "policy_event": (
        {
            "event": "announced",
            "on": "2008-03-28",
            "instrument": "announcement",
            "by": "ICE",
            "title": "Secure Communities announced",
            "effect": "program-announced",
            "summary": "ICE announced a nationwide plan.",
            "source": SOURCE,
        },
        {
            "event": "director-letter-2010",
            "on": "August 2010",
            "disclosed_on": "2012-01-09",
            "instrument": "letter",
            "by": "ICE",
            "title": "Letter of the director",
            "effect": "context",
            "summary": "It changed no rule.",
            "source": SOURCE,
        },
    ),
    "reported_figure": (
        {
            "geoid": "17",
            "metric": "active-jurisdictions",
            "as_of": "2011-05-04",
            "value": "26",
            "unit": "jurisdictions",
            "source": SOURCE,
        },
        {
            "state": "IL",
            "county": "Cook",
            "metric": "submissions",
            "period_start": "2010-10-01",
            "as_of": "2011-09-30",
            "value": "1510",
            "unit": "submissions",
            "source": SOURCE,
        },
    ),
    "explanation": (
        {
            "flag": "figure-fell-17031-removals-2010-04-2010-07",
            "geoid": "17031",
            "summary": "The July release counts only removals that were final by then.",
            "source": SOURCE,
        },
        {
            "flag": "two-days-activation-17031-activated-on",
            "state": "IL",
            "county": "Cook",
            "summary": "The list was typed from a copy on which the two digits were swapped.",
        },
    ),
    **own("EXAMPLES", "upload_examples"),
}
