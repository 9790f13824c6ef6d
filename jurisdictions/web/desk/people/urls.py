"""The addresses of the pages on which administrators keep people and programs."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from jurisdictions.web.desk.people import invite, person, programs
from jurisdictions.web.desk.people import view as people

PEOPLE: list[URLPattern | URLResolver] = [
    path("desk/people/", people.people, name="people"),
    path("desk/people/invite/", invite.invite, name="invite"),
    path("desk/people/invitations/<int:invitation>/", invite.invitation_act, name="invitation-act"),
    path("desk/people/<int:person>/", person.person, name="person"),
    path("desk/programs/", programs.program_list, name="programs"),
    path("desk/programs/<slug:slug>/", programs.program, name="program-edit"),
]
