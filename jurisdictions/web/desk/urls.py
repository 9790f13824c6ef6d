"""The addresses of the desk."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from jurisdictions.web.desk.drafts import view as drafts
from jurisdictions.web.desk.forms import lookups
from jurisdictions.web.desk.home import view as desk
from jurisdictions.web.desk.lacks import view as lacks
from jurisdictions.web.desk.proposals import decisions, many, month, rows, saved
from jurisdictions.web.desk.proposals import view as proposals
from jurisdictions.web.desk.reverts import large as large_reverts
from jurisdictions.web.desk.reverts import view as reverts
from jurisdictions.web.desk.sources import view as desk_sources
from jurisdictions.web.desk.suggest import adjudications, explanations, facts
from jurisdictions.web.desk.suggest import view as suggest
from jurisdictions.web.desk.tips import replies as sent_replies
from jurisdictions.web.desk.tips import view as tips
from jurisdictions.web.desk.uploads import files as upload_files
from jurisdictions.web.desk.uploads import mending as upload_mending
from jurisdictions.web.desk.uploads import view as uploads
from jurisdictions.web.desk.watched import view as watched
from jurisdictions.web.desk.watching import view as watching

DESK: list[URLPattern | URLResolver] = [
    path("desk/", desk.desk, name="desk"),
    path("desk/date.json", lookups.date, name="desk-date"),
    path("desk/sources.json", lookups.sources, name="desk-sources"),
    re_path(r"^desk/lacks/(?P<geoid>US|\d{2}|\d{5})/$", lacks.lacks, name="lacks"),
    re_path(r"^desk/lacks/(?P<geoid>US|\d{2}|\d{5})\.csv$", lacks.lacks_file, name="lacks-file"),
    path("desk/sources/", desk_sources.twins, name="source-twins"),
    path("desk/sources/<str:key>/", desk_sources.source, name="desk-source"),
    re_path(r"^desk/suggest/(?P<geoid>US|\d{2}|\d{5})/$", suggest.suggest, name="suggest"),
    re_path(
        r"^desk/suggest/(?P<geoid>US|\d{2}|\d{5})/(?P<kind>[a-z_]+)/$",
        suggest.suggest_fact,
        name="suggest-fact",
    ),
    path("desk/facts/<path:name>/correct/", facts.correct, name="suggest-correct"),
    path("desk/facts/<path:name>/small/", facts.small, name="correct-small"),
    path("desk/facts/<path:name>/retract/", facts.retract, name="suggest-retract"),
    path("desk/facts/<path:name>/contradict/", facts.contradict, name="suggest-contradict"),
    path("desk/facts/<path:name>/adjudicate/", adjudications.adjudicate, name="adjudicate"),
    re_path(r"^desk/flags/(?P<key>[a-z0-9-]+)/$", explanations.explanation, name="flag-explain"),
    path("desk/facts/<path:name>/revert/", reverts.fact, name="fact-revert"),
    path("desk/changes/<int:change>/revert/", reverts.change, name="revert"),
    path("desk/reverts/<int:job>/", large_reverts.job, name="revert-job"),
    path("desk/reverts/<int:job>/state.json", large_reverts.state, name="revert-job-state"),
    path("desk/drafts/<int:draft>/", drafts.draft, name="draft"),
    path("desk/proposals/", proposals.proposals, name="proposals"),
    path("desk/proposals/decide/", many.decide_many, name="proposals-decide"),
    path("desk/proposals/views/", saved.views, name="queue-views"),
    path("desk/proposals/month/", month.month, name="team-month"),
    path("desk/proposals/month.csv", month.file, name="team-month-file"),
    path("desk/proposals/<int:proposal>/rows/", rows.rows, name="proposal-rows"),
    path("desk/proposals/<int:proposal>/claim/", many.claim, name="proposal-claim"),
    path("desk/proposals/<int:proposal>/", proposals.proposal, name="proposal"),
    path("desk/proposals/<int:proposal>/remark/", proposals.say, name="proposal-remark"),
    path("desk/proposals/<int:proposal>/amend/", proposals.amend, name="proposal-amend"),
    path("desk/proposals/<int:proposal>/withdraw/", proposals.withdraw, name="proposal-withdraw"),
    path("desk/proposals/<int:proposal>/decide/", decisions.decide, name="proposal-decide"),
    path("desk/proposals/<int:proposal>/edit/", decisions.edit, name="proposal-edit"),
    path("desk/tips/", tips.tips, name="tips"),
    path("desk/tips/<int:tip>/", tips.tip, name="tip"),
    path("desk/replies/<int:reply>/", sent_replies.reply, name="reply-decide"),
    path("desk/watched/", watched.watched_sources, name="watched"),
    path("desk/watched/<int:watch>/", watched.watched_source, name="watched-source"),
    path("desk/watched/<int:watch>/<int:look>/", watched.watched_look, name="watched-look"),
    path("desk/watched/<int:watch>/<int:look>/copy", watched.watched_copy, name="watched-copy"),
    path("desk/watching/", watching.watching, name="watching"),
    path("desk/uploads/", uploads.uploads, name="uploads"),
    path("desk/uploads/<int:upload>/", uploads.upload, name="upload"),
    path("desk/uploads/<int:upload>/state.json", upload_files.state, name="upload-state"),
    path("desk/uploads/<int:upload>/faults.csv", upload_files.faults, name="upload-faults"),
    path("desk/uploads/<int:upload>/rows/<int:number>/", upload_mending.row, name="upload-row"),
    re_path(
        r"^desk/uploads/template/(?P<kind>[a-z_]+)\.(?P<form>csv|xlsx)$",
        upload_files.template,
        name="upload-template",
    ),
]
