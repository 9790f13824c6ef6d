"""The kinds of fact that only Secure Communities tells."""

from __future__ import annotations

from jurisdictions.status.kind_of_fact import (
    BY,
    CITED_IN,
    NOTE,
    SUMMARY,
    FactKind,
    KindOfFact,
    Level,
)
from jurisdictions.status.programs.secure_communities import SLUG

OWN = (
    KindOfFact(
        FactKind.ACTIVATION,
        "activations.csv",
        keyed_by=("geoid",),
        small=(*CITED_IN, *NOTE),
        levels=(Level.COUNTY,),
        program=SLUG,
        day="activated_on",
        period=("activated_on", "deactivated_on"),
    ),
    KindOfFact(
        FactKind.AGREEMENT,
        "agreements.csv",
        keyed_by=("agreement", "step_id"),
        small=(*BY, *SUMMARY, *CITED_IN),
        levels=(Level.STATE,),
        program=SLUG,
        word="step",
        thread="agreement",
    ),
    KindOfFact(
        FactKind.OPT_OUT,
        "opt_outs.csv",
        keyed_by=("request", "step_id"),
        small=(*BY, "to", "to_es", *SUMMARY, *CITED_IN),
        levels=(Level.COUNTY, Level.STATE),
        program=SLUG,
        word="step",
        thread="request",
    ),
    KindOfFact(
        FactKind.LOCAL_MEASURE,
        "local_measures.csv",
        keyed_by=("measure",),
        small=("place", *BY, *SUMMARY, *CITED_IN),
        levels=(Level.COUNTY, Level.STATE),
        program=SLUG,
        word="kind",
        period=("on", "ended_on"),
    ),
)
"""Each declared once: what every room has to know of it."""
