"""The chapters of the story that this program tells, first to last.

Plain words, no side taken; every number and every day comes from the record.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.read.story.counting import Facts, Hatched, Number, Places
from jurisdictions.render.words.story import Chapter, Paragraph
from jurisdictions.status.kind_of_fact import FactKind
from jurisdictions.status.programs.secure_communities.vocabulary import OptOutStepKind, Status

ACTIVE, STATES, TOTAL = Number("active"), Number("states"), Places()
WASHINGTON = "53"
"""The geoid of the state."""

CHAPTERS = (
    Chapter(
        "fingerprints",
        "2008-10-27",
        _("Fingerprints begin to travel"),
        (
            Paragraph(
                _(
                    "Anyone booked into a jail has to give fingerprints, and the police send them "
                    "to the FBI. Under Secure Communities they were also compared with the records "
                    "of the immigration authorities. Where there was a match, U.S. Immigration and "
                    "Customs Enforcement (ICE), the federal agency that arrests and deports "
                    "immigrants, decided whether to ask for custody of the person. ICE announced "
                    "the plan on %(announced)s."
                ),
                days={"announced": "policy_event:announced"},
            ),
            Paragraph(
                _(
                    "It began on %(first)s in Harris County, Texas, around Houston. A jurisdiction "
                    "is a county here, or what counts as one: a parish, a borough, a city that "
                    "belongs to no county. It is active from the day on which the prints taken "
                    "there are compared in this way. Of %(total)s jurisdictions, the number active "
                    "was %(active)s on that day and %(later)s a year later."
                ),
                ("activation:48201",),
                numbers={
                    "active": ACTIVE,
                    "total": TOTAL,
                    "later": Number("active", "2009-10-27"),
                },
                days={"first": "policy_event:first-activation"},
            ),
        ),
    ),
    Chapter(
        "agreements",
        "2010-08-16",
        _("States sign agreements"),
        (
            Paragraph(
                _(
                    "It is the states that pass prints on to the FBI, so ICE signed agreements "
                    "with the states and not with each jurisdiction: with California on "
                    "%(california)s, with Illinois on %(illinois)s, with New York on %(new_york)s."
                ),
                days={
                    "california": "agreement:ca:1",
                    "illinois": "agreement:il:2",
                    "new_york": "agreement:ny:1",
                },
            ),
            Paragraph(
                _(
                    "For many states no agreement was ever found. On %(day)s the record has "
                    "%(active)s active jurisdictions in %(states)s states and territories; for "
                    "%(without)s of them no document was found that shows an agreement."
                ),
                numbers={
                    "active": ACTIVE,
                    "states": STATES,
                    "without": Places((Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED,)),
                },
            ),
            Paragraph(
                _(
                    "In the state of Washington, the State Patrol declined in %(declined)s to "
                    "decide for local agencies: it would pass on only the prints of those that "
                    "ask. This record counts that as asking not to take part. That is why the map "
                    "shows %(sought)s jurisdictions there as not active, opt-out sought."
                ),
                ("opt_out:washington-2010:1",),
                numbers={"sought": Places((Status.OPT_OUT_SOUGHT,), WASHINGTON)},
                days={"declined": "agreement:wa:1"},
            ),
        ),
    ),
    Chapter(
        "voluntary",
        "2010-09-28",
        _("Is it voluntary?"),
        (
            Paragraph(
                _(
                    "Could a jurisdiction say no? An official of ICE had written in an email, on "
                    "%(email)s, that the program would stay voluntary for states and localities "
                    "until they began to resist. That became known on %(known)s."
                ),
                days={"email": "policy_event:greenberg-email"},
                disclosed={"known": "policy_event:greenberg-email"},
            ),
            Paragraph(
                _(
                    "In a paper of %(paper)s, ICE told localities how to ask to be left out. "
                    "Janet Napolitano, the Secretary of Homeland Security, named the same steps in "
                    "a letter of %(letter)s."
                ),
                days={
                    "paper": "policy_event:setting-the-record-straight",
                    "letter": "policy_event:napolitano-lofgren-letter",
                },
            ),
            Paragraph(
                "%(arlington)s %(santa_clara)s",
                said={
                    "arlington": "opt_out:arlington-2010:1",
                    "santa_clara": "opt_out:santa-clara-2010:3",
                },
            ),
            Paragraph(
                _("In San Francisco the sheriff had by then asked in writing %(asked)s times."),
                (
                    "opt_out:san-francisco-2010-05:1",
                    "opt_out:san-francisco-2010-06:1",
                    "opt_out:san-francisco-2010-08:1",
                ),
                numbers={"asked": Facts(FactKind.OPT_OUT, OptOutStepKind.REQUESTED, "06075")},
            ),
            Paragraph(
                _(
                    "Soon the answer changed. On %(no)s the Secretary said in public that there "
                    "was no choice whether to take part. ICE told Arlington the same on "
                    "%(arlington)s, and Santa Clara and San Francisco on %(san_francisco)s."
                ),
                ("opt_out:santa-clara-2010:4",),
                days={
                    "no": "policy_event:napolitano-not-opt-in",
                    "arlington": "opt_out:arlington-2010:3",
                    "san_francisco": "opt_out:san-francisco-2010-08:2",
                },
            ),
        ),
    ),
    Chapter(
        "letter",
        "2011-08-05",
        _("The letter that ended the agreements"),
        (
            Paragraph(
                _(
                    "In 2011 states tried what single jurisdictions could not. Illinois ended its "
                    "agreement on %(illinois)s and New York suspended its own on %(new_york)s; "
                    "Massachusetts wrote on %(massachusetts)s that it would sign none."
                ),
                days={
                    "illinois": "agreement:il:4",
                    "new_york": "agreement:ny:3",
                    "massachusetts": "agreement:ma:2",
                },
            ),
            Paragraph(
                _(
                    "On %(ended)s ICE canceled every agreement at once, in a letter of its "
                    "director, John Morton. None was needed, it said."
                ),
                days={"ended": "policy_event:agreements-ended"},
            ),
            Paragraph(
                _(
                    "On that day %(active)s jurisdictions were active. %(without)s of them were "
                    "so without any agreement. In the other %(asked)s, the jurisdiction or its "
                    "state had asked not to take part; in %(waiting)s of these no answer had come "
                    "yet."
                ),
                numbers={
                    "active": ACTIVE,
                    "without": Places((Status.ACTIVE_WITHOUT_AGREEMENT,)),
                    "asked": Places((Status.ACTIVE_OVER_OBJECTION, Status.ACTIVE_OPT_OUT_PENDING)),
                    "waiting": Places((Status.ACTIVE_OPT_OUT_PENDING,)),
                },
            ),
        ),
    ),
    Chapter(
        "whole-country",
        "2013-01-22",
        _("The whole country"),
        (
            Paragraph(
                _(
                    "The last jurisdictions of Massachusetts and New York were activated on "
                    "%(states)s, against the wish of their governors. The District of Columbia had "
                    "been let out in %(let_out)s, because it had signed for itself; it was "
                    "activated on %(district)s."
                ),
                ("opt_out:new-york-2011:2",),
                days={
                    "states": "opt_out:massachusetts-2011:3",
                    "let_out": "opt_out:dc-2010:2",
                    "district": "opt_out:dc-2010:3",
                },
            ),
            Paragraph(
                _(
                    "The last jurisdictions followed on %(last)s, in Alabama and Illinois. Now "
                    "%(active)s of %(total)s were active."
                ),
                numbers={"active": ACTIVE, "total": TOTAL},
                days={"last": "policy_event:last-activations"},
            ),
            Paragraph(
                _(
                    "What could still be decided locally was whether a jail holds people for ICE "
                    "beyond their release. Cook County, around Chicago, stopped doing so on "
                    "%(cook)s unless ICE paid. Where there were such limits, the map is hatched: "
                    "%(now)s jurisdictions on this day, %(later)s on the last day of the program."
                ),
                numbers={"now": Hatched(), "later": Hatched("2014-11-19")},
                days={"cook": "local_measure:cook-county-2011-09-detainer-limit"},
            ),
        ),
    ),
    Chapter(
        "again",
        "2017-01-25",
        _("Ended, begun again, ended"),
        (
            Paragraph(
                _(
                    "On %(ended)s Jeh Johnson, then the Secretary, ended the program. Another took "
                    "its place, the Priority Enforcement Program; it started on %(pep)s."
                ),
                days={"ended": "policy_event:discontinued", "pep": "policy_event:pep-starts"},
            ),
            Paragraph(
                _(
                    "President Donald Trump brought it back by an executive order of "
                    "%(restored)s, and on that day %(active)s jurisdictions were active again."
                ),
                numbers={"active": ACTIVE},
                days={"restored": "policy_event:eo-13768"},
            ),
            Paragraph(
                _(
                    "President Joe Biden revoked that order on %(over)s. By this record the "
                    "program has not been in force since."
                ),
                days={"over": "policy_event:eo-13993"},
            ),
        ),
    ),
)
