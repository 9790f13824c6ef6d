"""What this tracker gives away can be uploaded again: unchanged it changes nothing."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from jurisdictions.record.uploads.columns import CONTRADICTIONS, EXPORT, match_headings
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.columns.programs import secure_communities
from jurisdictions.render.files.tables import Table
from tests.databases import SHIPPED
from tests.record.uploading import checked, counts, reasons, uploaded
from tests.web.taking import body, rows

pytestmark = [pytest.mark.made_of_rows, pytest.mark.usefixtures("shipped")]

KINDS = {
    "jurisdictions": "jurisdiction",
    "sources": "source",
    "activations": "activation",
    "agreements": "agreement",
    "opt_outs": "opt_out",
    "local_measures": "local_measure",
    "policy_events": "policy_event",
    "reported_figures": "reported_figure",
    "conflicting_citations": "opt_out",
}
SAN_FRANCISCO = "/secure-communities/places/06075-san-francisco-county-california"


@pytest.mark.parametrize("stem", KINDS)
def test_a_file_of_the_data_package_changes_nothing(stem: str) -> None:
    content = (Path(SHIPPED) / f"{stem}.csv").read_bytes()
    upload = uploaded(content, KINDS[stem], f"{stem}.csv")
    assert counts(upload)[:2] == (0, 0)
    assert upload.faults == []


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (f"{SAN_FRANCISCO}.xlsx", ""),
        ("/secure-communities/places/17-illinois.xlsx", "agreement"),
        ("/es/secure-communities/places/17-illinois.xlsx", ""),
        ("/secure-communities/places/17-illinois.json", ""),
        ("/secure-communities/policy.csv", ""),
        ("/es/secure-communities/policy.csv", "policy_event"),
        ("/secure-communities/policy.xlsx", ""),
        ("/secure-communities/policy.xlsx", "reported_figure"),
        ("/secure-communities/sources.csv", "source"),
        ("/secure-communities/sources.xlsx", "source"),
        ("/secure-communities/sources/nilc.csv", ""),
        ("/es/secure-communities/sources/nilc.csv", ""),
        ("/secure-communities/jurisdictions.csv?level=state", "jurisdiction"),
        ("/es/secure-communities/jurisdictions.csv?level=state", "jurisdiction"),
        ("/secure-communities/jurisdictions.csv?state=IL", "activation"),
        ("/es/secure-communities/jurisdictions.csv?state=LA", "jurisdiction"),
        ("/api/v1/facts/jurisdiction/?lang=es&state=LA", "jurisdiction"),
        ("/api/v1/facts/opt_out/", ""),
        ("/api/v1/facts/opt_out/?lang=es", ""),
        ("/api/v1/facts/reported_figure/", ""),
        ("/api/v1/facts/local_measure/", ""),
        ("/api/v1/facts/activation/", ""),
        ("/api/v1/facts/jurisdiction/", "jurisdiction"),
        ("/api/v1/facts/jurisdiction/?lang=es&level=state", ""),
        ("/api/v1/sources/", "source"),
    ],
)
def test_an_export_that_nobody_edited_changes_nothing(
    client: Client, address: str, kind: str
) -> None:
    ending = "json" if "/api/" in address else address.split("?")[0].rpartition(".")[2]
    upload = uploaded(body(client.get(address)), kind, f"export.{ending}")
    assert upload.columns is not None, upload.shape
    assert counts(upload)[:2] == (0, 0), upload.wishes[:3]
    assert upload.faults == []


def edited(exported: list[dict[str, str]], name: str, /, **cells: str) -> str:
    """The rows as CSV, some cells of one of them put otherwise."""
    into = StringIO()
    writer = csv.DictWriter(into, exported[0])
    writer.writeheader()
    for row in exported:
        writer.writerow({**row, **cells} if row["fact"] == name else row)
    return into.getvalue()


def test_an_edited_cell_of_an_export_corrects_that_cell_alone(client: Client) -> None:
    acts = rows(client.get("/secure-communities/policy.csv"))
    fact = "policy_event:announced"
    upload = uploaded(edited(acts, fact, title="Announced at last", on="March 29, 2008"))
    assert counts(upload)[:2] == (0, 1)
    (wish,) = upload.wishes
    assert (wish["action"], wish["name"]) == ("correct", fact)
    # The row names its source again, for the new day.
    told = {"title": "Announced at last", "on": "2008-03-29", "source": wish["was"]["source"]}
    assert wish["cells"] == told
    assert wish["was"]["on"] == "2008-03-28"


def test_an_edited_text_of_a_spanish_export_corrects_the_spanish(client: Client) -> None:
    acts = rows(client.get("/es/secure-communities/policy.csv"))
    upload = uploaded(edited(acts, "policy_event:announced", summary="Se anunció."), language="es")
    (wish,) = upload.wishes
    assert wish["cells"] == {"summary_es": "Se anunció."}


def test_the_author_can_say_which_language_the_texts_are_in(client: Client) -> None:
    acts = rows(client.get("/es/secure-communities/policy.csv"))[:1]
    upload = uploaded(edited(acts, "policy_event:announced", summary="It was announced."))
    assert upload.columns is not None
    upload.columns["texts"] = "en"
    upload.save()
    assert checked(upload).wishes[0]["cells"]["summary"] == "It was announced."


def test_a_fact_that_an_export_does_not_name_yet_is_recorded(client: Client) -> None:
    acts = rows(client.get("/secure-communities/policy.csv"))[:1]
    new = {"fact": "policy_event:a-new-act", "title": "A new act", "effect": "context"}
    upload = uploaded(edited([{**acts[0], **new}], ""))
    (wish,) = upload.wishes
    assert (wish["action"], wish["fact"]) == ("record", "policy_event:a-new-act")
    assert wish["cells"]["event"] == "a-new-act"


def steps_of_arlington(client: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/v1/facts/opt_out/?geoid=51013").json()["results"]
    return [{name: cell for name, cell in row.items() if name != "citations"} for row in found]


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"fact": "rumour:1"}, "fact", "names no kind of fact"),
        ({"kind": "activation"}, "kind", "is not the kind of opt_out:arlington-2010:1"),
        ({"title": "A title"}, "title", "is nothing that such a fact has"),
        ({"thread": "other"}, "", "would become another fact"),
        ({"word": "asked"}, "word", "is not one of: inquired"),
        ({"on": "yesterday"}, "on", "“yesterday” is not part of a date."),
    ],
)
def test_a_fault_in_an_export_is_told_by_its_own_columns(
    client: Client, cells: dict[str, str], column: str, reason: str
) -> None:
    exported = [
        {name: " ".join(cell) if isinstance(cell, list) else str(cell or "") for name, cell in row}
        for row in (fact.items() for fact in steps_of_arlington(client))
    ]
    upload = uploaded(edited(exported, "opt_out:arlington-2010:1", **cells))
    ((_row, told, said),) = reasons(upload)
    assert told == column
    assert said.startswith(reason)


def test_a_contradiction_is_proposed_as_such() -> None:
    header = "fact,field,recorded,said,source,note,note_es\n"
    line = "policy_event:announced,on,2008-03-28,2008-03-27,nilc,A day earlier.,\n"
    upload = uploaded(header + line, "")
    (wish,) = upload.wishes
    assert (wish["action"], wish["name"]) == ("contradict", "policy_event:announced")
    assert wish["cells"]["said"] == "2008-03-27"


def test_citations_that_support_their_facts_are_passed_over(client: Client) -> None:
    sheet = load_workbook(BytesIO(body(client.get(f"{SAN_FRANCISCO}.xlsx"))))["citations"]
    into = StringIO()
    csv.writer(into).writerows(sheet.iter_rows(values_only=True))
    upload = uploaded(into.getvalue(), "")
    heads, *told = sheet.iter_rows(values_only=True)
    disputes = [row for row in told if row[heads.index("contradicts")]]
    assert disputes
    assert upload.findings["counts"]["passed_over"] == len(told) - len(disputes) > 10
    assert counts(upload) == (0, 0, len(disputes), 0)


@pytest.mark.parametrize(
    ("table", "mode"),
    [
        (tables.FACTS, EXPORT),
        (tables.FIGURES, EXPORT),
        (tables.POLICY, EXPORT),
        (tables.CITATIONS, CONTRADICTIONS),
        (tables.SOURCES, "source"),
        (secure_communities.STATUSES, "jurisdiction"),
        (secure_communities.STATUSES, "activation"),
    ],
)
def test_every_column_of_an_export_is_read_or_known_as_derived(table: Table, mode: str) -> None:
    matched = zip(table.names, match_headings(table.names, mode), strict=True)
    assert [name for name, column in matched if column is None] == []


def test_how_sure_a_status_is_is_read_as_no_column_of_a_fact() -> None:
    headings = ["geoid", "status", "basis", "precision", "contradicted", "sources"]
    for mode in ("agreement", "activation"):
        assert match_headings(headings, mode)[2:] == ["", "", "", ""]
    assert match_headings(["agreement", "geoid", "basis"], "agreement")[2] == "basis"


def test_the_basis_of_an_agreement_in_an_export_is_its_own(client: Client) -> None:
    sheet = load_workbook(BytesIO(body(client.get("/secure-communities/places/17-illinois.xlsx"))))[
        "facts"
    ]
    heads, *told = sheet.iter_rows(values_only=True)
    facts = [dict(zip(heads, (cell or "" for cell in row), strict=True)) for row in told]
    fact = next(one["fact"] for one in facts if one["date_basis"] == "signed")
    upload = uploaded(edited(facts, fact, date_basis="announced"))
    (wish,) = upload.wishes
    assert (wish["action"], wish["name"]) == ("correct", fact)
    assert wish["cells"]["basis"] == "announced"


def test_what_was_disarmed_for_a_spreadsheet_comes_back_as_it_was() -> None:
    header = "key,title,publisher,published_on,url\n"
    upload = uploaded(header + "a-source,'=SUM(A1),'''-quoted,2010,\n", "source")
    cells: dict[str, Any] = upload.wishes[0]["cells"]
    assert (cells["title"], cells["publisher"]) == ("=SUM(A1)", "''-quoted")


def test_a_list_of_statuses_is_no_file_of_facts_by_itself(client: Client) -> None:
    upload = uploaded(body(client.get("/secure-communities/jurisdictions.csv?state=IL")), "opt_out")
    assert upload.columns is None
    assert "request" not in upload.shape["headings"]
