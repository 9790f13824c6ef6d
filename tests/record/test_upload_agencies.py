"""Files of agencies and of what they signed: columns, names, keys, faults, our own exports."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now

from jurisdictions.models import Upload, Wish
from jurisdictions.record.jobs.queue import finish_job, take_job
from jurisdictions.render.files.package.build import package_bytes
from jurisdictions.tasks import job_lease
from tests.packages import asked, unpacked
from tests.people import make_person, sign_in
from tests.record.uploading import checked as rechecked
from tests.record.uploading import counts, reasons, uploaded
from tests.web.taking import body

pytestmark = pytest.mark.usefixtures("few_agencies", "shipped")
KINDS = {
    "agencies": "agency",
    "agency_agreements": "agency_agreement",
    "applications": "application",
    "state_laws": "state_law",
    "lists": "list",
    "policy_events": "policy_event",
    "reported_figures": "reported_figure",
    "sources": "source",
}


def checked(content: str | bytes, kind: str = "", name: str = "file.csv") -> Any:
    return uploaded(content, kind, name, program="287g")


def test_the_list_offers_the_kinds_of_its_own_program(client: Client) -> None:
    desk = sign_in(client, make_person("contributor", "17"))
    page = desk.get("/287g/desk/uploads/").text
    assert 'value="agency_agreement"' in page
    assert 'value="opt_out"' not in page
    assert 'value="agency_agreement"' not in desk.get("/secure-communities/desk/uploads/").text
    template = desk.get("/287g/desk/uploads/template/agency_agreement.csv")
    assert template.text.startswith("example,agreement,agency,geoid,model,signed_on")


@pytest.mark.made_of_rows
@pytest.mark.parametrize("stem", KINDS)
def test_a_file_of_the_data_package_changes_nothing(stem: str) -> None:
    files = unpacked(package_bytes(asked(program="287g")))
    upload = checked(files[f"{stem}.csv"], KINDS[stem], f"{stem}.csv")
    assert reasons(upload) == []
    assert counts(upload)[:2] == (0, 0)
    assert counts(upload)[2] > 0


@pytest.mark.made_of_rows
@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/287g/policy.csv", ""),
        ("/287g/policy.xlsx", "policy_event"),
        ("/287g/sources.csv", "source"),
        ("/287g/places/17-illinois.xlsx", ""),
        ("/287g/places/17-illinois.json", ""),
        ("/287g/agencies.csv", "agency"),
        ("/287g/agencies.xlsx", "agency"),
        ("/287g/agreements.csv", "agency_agreement"),
        ("/es/287g/agreements.xlsx", "agency_agreement"),
    ],
)
def test_what_pages_give_away_changes_nothing(client: Client, address: str, kind: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, address
    upload = checked(body(answer), kind, address.rpartition("/")[2])
    assert reasons(upload) == []
    assert counts(upload)[:2] == (0, 0)


def test_a_list_of_an_advocate_needs_no_keys_and_names_agencies_by_name() -> None:
    upload = checked(
        "State,Agency name,Model,Signed,basis,Source\n"
        "Illinois,Cook County Sheriff,Task Force,5/14/2026,document,lists\n"
        "IL,Cook SO,warrant-service,May 2026,document,lists\n"
        ",il-cook-sheriff,warrant-service,2026-05-20,document,lists\n",
        "agency_agreement",
    )
    assert reasons(upload) == []
    assert counts(upload) == (3, 0, 0, 0)


@pytest.mark.made_of_rows
@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("IL,Nobody's Police,task-force,2026-05-14,list,lists", "agency", "is no agency on record"),
        ("NM,Cook County Sheriff,task-force,2026-05-14,list,lists", "agency", "is no agency"),
        ("IL,il-cook-sheriff,task-force,,list,lists", "signed_on", "may not be blank"),
        ("NM,il-cook-sheriff,task-force,2026-05-14,list,lists", "state", "is not 17"),
        ("IL,il-cook-sheriff,task-force,never,list,lists", "signed_on", "date"),
        (
            "IL,il-cook-sheriff,jail-enforcement,2025-03-01,list,lists",
            "agreement",
            "seems to be on record as agency_agreement:il-cook-sheriff:jem:2025-03-01",
        ),
    ],
)
def test_a_row_that_is_wrong_says_where_and_why(row: str, column: str, reason: str) -> None:
    upload = checked(f"state,agency,model,signed_on,basis,source\n{row}\n", "agency_agreement")
    assert counts(upload)[3] == 1
    found = reasons(upload)
    assert [(line, where) for line, where, _why in found] == [(2, column)], found
    assert reason in found[0][2]


def test_new_agencies_are_named_without_keys_and_those_on_record_are_told() -> None:
    header = "state,name,level,kind,reach,counties served,matched,sure,source\n"
    new = "IL,Evanston Police,municipal,police,part-of-county,17031;17097,by-hand,high,lists\n"
    old = "IL,Cook SO,county,sheriff,whole-county,17031,by-hand,high,lists\n"
    upload = checked(header + new + old, "agency")
    assert counts(upload) == (1, 0, 0, 1)
    assert "seems to be on record as agency:il-cook-sheriff" in reasons(upload)[0][2]


def test_a_corrected_end_is_one_correction_with_its_source() -> None:
    upload = checked(
        "agreement,ended_on,ending,source\n"
        "il-cook-sheriff:jem:2025-03-01,2026-05-01,ended-by-agency,paper\n",
        "agency_agreement",
    )
    assert (counts(upload), reasons(upload)) == ((0, 1, 0, 0), [])
    assert not Wish.objects.exists()


@pytest.mark.made_of_rows
@pytest.mark.parametrize(
    "address", ["/287g/policy.csv", "/287g/agreements.csv", "/287g/agencies.csv"]
)
def test_our_own_file_with_labels_and_its_citation_reads_back(client: Client, address: str) -> None:
    kind = {"/287g/agreements.csv": "agency_agreement", "/287g/agencies.csv": "agency"}
    plain = checked(body(client.get(address)), kind.get(address, ""))
    told = checked(body(client.get(f"{address}?labels=1&comment=1")), kind.get(address, ""))
    assert reasons(told) == reasons(plain) == []
    assert counts(told) == counts(plain)
    assert counts(told)[2] > 0


def done(upload: Upload) -> None:
    """Its check is over for its page too."""
    job = take_job(job_id=upload.job_id or 0, at=now(), lease=job_lease())
    assert job is not None
    finish_job(job=job, at=now())


def test_an_agency_that_is_not_clear_is_chosen_in_its_cell(client: Client) -> None:
    person = make_person("contributor", "17")
    desk = sign_in(client, person)
    content = (
        "agency,geoid,model,signed_on,listed_from,basis,source\n"
        "Zion Polise,17,task-force,2026-05-20,2026-06-01,list,lists\n"
    )
    upload = uploaded(content, "agency_agreement", "a.csv", program="287g", by=person)
    assert [row for row, column, _reason in reasons(upload) if column == "agency"] == [2]
    done(upload)
    here = f"/287g/desk/uploads/{upload.pk}/"
    page = desk.get(here).text
    assert 'id="cell-2-agency"' in page
    assert 'list="words-agency"' in page
    assert '<option value="il-zion-police">Zion Police</option>' in page
    desk.post(here, {"act": "mend", "cell-2-agency": "il-zion-police"})
    mended = rechecked(Upload.objects.get(pk=upload.pk))
    done(mended)
    assert [column for _row, column, _reason in reasons(mended) if column == "agency"] == []
    assert '<span class="soft">Zion Police</span>' in desk.get(f"{here}?show=all").text
