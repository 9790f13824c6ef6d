"""The kinds of fact that only 287(g) tells."""

from __future__ import annotations

from jurisdictions.status.kind_of_fact import CITED_IN, NOTE, SUMMARY, FactKind, KindOfFact, Level
from jurisdictions.status.programs.section_287g import SLUG

OWN = (
    KindOfFact(
        FactKind.AGENCY,
        "agencies.csv",
        keyed_by=("agency",),
        small=("name", "aliases", *CITED_IN, *NOTE),
        levels=(Level.COUNTY, Level.STATE),
        shared=True,
        program=SLUG,
        word="kind",
        day="",
        public="",
    ),
    KindOfFact(
        FactKind.AGENCY_AGREEMENT,
        "agency_agreements.csv",
        keyed_by=("agreement",),
        small=("moa_url", *CITED_IN, *NOTE),
        levels=(Level.COUNTY, Level.STATE),
        program=SLUG,
        of_agency=True,
        word="model",
        day="signed_on",
        public="listed_from",
    ),
    KindOfFact(
        FactKind.APPLICATION,
        "applications.csv",
        keyed_by=("application",),
        small=("name", *CITED_IN),
        levels=(Level.COUNTY, Level.STATE),
        program=SLUG,
        of_agency=True,
        word="model",
        day="pending_from",
        public="",
        period=("pending_from", "pending_until"),
    ),
    KindOfFact(
        FactKind.STATE_LAW,
        "state_laws.csv",
        keyed_by=("law",),
        small=("name", "name_es", *SUMMARY, "sure", *CITED_IN, *NOTE),
        levels=(Level.STATE,),
        program=SLUG,
        word="kind",
        day="adopted_on",
        public="",
        period=("adopted_on", "in_force_on"),
    ),
    KindOfFact(
        FactKind.LIST,
        "lists.csv",
        keyed_by=("list",),
        small=(*CITED_IN, *NOTE),
        levels=(Level.NATION,),
        placed=False,
        program=SLUG,
        decides=False,
        word="kind",
        day="listed_on",
        public="",
    ),
)
"""Each declared once: what every room has to know of it."""
