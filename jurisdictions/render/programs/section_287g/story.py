"""The chapters of the story that this program tells, first to last.

Plain words, no side taken; every number and every day comes from the record.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.read.story.counting import Number, Places, Published
from jurisdictions.render.words.story import Chapter, Paragraph
from jurisdictions.status.programs.section_287g.vocabulary import Status

AGREEMENTS, AGENCIES, STATES = Number("agreements"), Number("agencies"), Number("states")
LATEST = "reported_figure:US:agreements:2026-10-09:dd_moa_manifests"

CHAPTERS = (
    Chapter(
        "officers",
        "2012-12-20",
        _("Officers who do the work of ICE"),
        (
            Paragraph(
                _(
                    "There is an older way to take part. Since %(statute)s the law allows ICE to "
                    "hand some of its work to local and state officers, in a written agreement "
                    "with each agency. The program is called after the paragraph: 287(g)."
                ),
                days={"statute": "policy_event:statute"},
            ),
            Paragraph(
                _(
                    "The first agreement was signed on %(first)s, with Florida, for a task force: "
                    "officers who ask about immigration status while they do their daily work. In "
                    "another model they ask it of people in jail."
                ),
                days={"first": "policy_event:first-agreement"},
            ),
            Paragraph(
                _(
                    "On %(ended)s ICE announced that it would renew no agreement with a task "
                    "force. The map shows the day before: this record has %(agreements)s "
                    "agreements in force then, of %(agencies)s agencies in %(states)s states."
                ),
                numbers={"agreements": AGREEMENTS, "agencies": AGENCIES, "states": STATES},
                days={"ended": "policy_event:task-force-not-renewed"},
            ),
        ),
    ),
    Chapter(
        "thousands",
        "",
        _("More agreements than ever"),
        (
            Paragraph(
                _(
                    "A third model began on %(warrants)s: officers in a jail who serve the "
                    "warrants of ICE and ask nothing."
                ),
                days={"warrants": "policy_event:wso-launched"},
            ),
            Paragraph(
                _(
                    "On %(order)s President Trump asked by executive order for as many agreements "
                    "as possible, and ICE offered task forces again. That day %(before)s "
                    "agreements were in force, a year later %(year)s, and on %(day)s, the day of "
                    "the last list of ICE in this record, %(now)s: of %(agencies)s agencies in "
                    "%(states)s states."
                ),
                numbers={
                    "before": Number("agreements", "2025-01-20"),
                    "year": Number("agreements", "2026-01-20"),
                    "now": AGREEMENTS,
                    "agencies": AGENCIES,
                    "states": STATES,
                },
                days={"order": "policy_event:eo-14159"},
            ),
            Paragraph(
                _(
                    "In %(street)s jurisdictions a local agency has an agreement that lets its "
                    "officers do this work in the street. Agencies that take part can be paid "
                    "since %(paid)s."
                ),
                ("policy_event:reimbursement-announced",),
                numbers={"street": Places((Status.TASK_FORCE,))},
                days={"paid": "policy_event:reimbursement-begins"},
            ),
            Paragraph(
                _(
                    "States decide too. A law of Texas of %(texas)s makes every sheriff with a "
                    "jail ask for an agreement; one of Maryland of %(maryland)s forbids them."
                ),
                days={
                    "texas": "state_law:tx-sb-8",
                    "maryland": "state_law:md-hb-444-sb-245-emergency",
                },
            ),
            Paragraph(
                _(
                    "ICE has published newer lists. By the count of the Deportation Data Project, "
                    "that of %(latest)s had %(counted)s agreements."
                ),
                numbers={"counted": Published(LATEST)},
                days={"latest": LATEST},
            ),
        ),
    ),
)
