"""An export that was opened in Excel and saved there comes back with nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from jurisdictions.record.faults import Refused
from tests.databases import SHIPPED
from tests.excel import saved_as_csv, saved_as_xlsx
from tests.record.uploading import counts, reasons, uploaded
from tests.web.taking import body

pytestmark = [pytest.mark.made_of_rows, pytest.mark.usefixtures("shipped")]

WAYS = {
    "commas": lambda content: ("a.csv", saved_as_csv(content)),
    "semicolons": lambda content: ("a.csv", saved_as_csv(content, sign=";", encoding="cp1252")),
    "tabs": lambda content: ("a.txt", saved_as_csv(content, sign="\t", encoding="utf-16")),
    "workbook": lambda content: ("a.xlsx", saved_as_xlsx(content)),
    "serials": lambda content: ("a.xlsx", saved_as_xlsx(content, serials=True)),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("policy.csv", ""),
        ("/es/policy.csv", ""),
        ("sources.csv?excel=1", "source"),
        ("sources/nilc.csv?labels=1&comment=1", ""),
        ("jurisdictions.csv?state=CA", "activation"),
        ("jurisdictions.csv?state=VT&labels=1&comment=1&excel=1", "jurisdiction"),
        ("jurisdictions.csv?state=VT&labels=1", ""),
    ],
)
def test_an_export_that_excel_saved_changes_nothing(
    client: Client, address: str, kind: str, way: str
) -> None:
    prefix = "/es" if address.startswith("/es/") else ""
    whole = f"{prefix}/secure-communities/{address.removeprefix('/es/')}"
    answer = client.get(whole)
    assert answer.status_code == 200
    name, content = WAYS[way](body(answer))
    upload = uploaded(content, kind, name)
    assert upload.columns is not None, upload.shape
    assert counts(upload)[:2] == (0, 0), upload.wishes[:3]
    assert reasons(upload) == []


@pytest.mark.parametrize("way", ["commas", "serials"])
@pytest.mark.parametrize(
    ("stem", "kind"),
    [
        ("activations", "activation"),
        ("opt_outs", "opt_out"),
        ("local_measures", "local_measure"),
        ("reported_figures", "reported_figure"),
    ],
)
def test_a_file_of_the_package_that_excel_saved_changes_nothing(
    stem: str, kind: str, way: str
) -> None:
    name, content = WAYS[way]((Path(SHIPPED) / f"{stem}.csv").read_bytes())
    upload = uploaded(content, kind, name)
    assert upload.columns is not None, upload.shape
    assert counts(upload)[:2] == (0, 0), upload.wishes[:3]
    assert reasons(upload) == []


@pytest.mark.parametrize(
    "address",
    [
        "history.csv?state=VT",
        "history/opt_out:arlington-2010:1.csv",
        "requests.csv",
        "claims.csv",
        "flags.csv",
        "glossary.csv",
        "editions.csv",
        "changes.csv?from=2012-01-01&to=2013-02-01",
        "charts/status.csv?state=VT",
        "places/51013/history.csv",
        "briefing.csv?date=2010-09-28",
    ],
)
def test_a_table_that_holds_no_facts_is_refused_with_what_to_do(
    client: Client, address: str
) -> None:
    content = body(client.get(f"/secure-communities/{address}"))
    with pytest.raises(Refused, match="holds no facts"):
        uploaded(saved_as_csv(content), "")


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("agencies.csv", "commas"),
        ("agencies.csv", "serials"),
        ("agreements.csv?labels=1", "workbook"),
        ("agreements.csv", "serials"),
        ("sources.csv", "semicolons"),
    ],
)
def test_lists_of_287g_that_excel_saved_change_nothing(
    few_agencies: None, client: Client, address: str, way: str
) -> None:
    name, content = WAYS[way](body(client.get(f"/287g/{address}")))
    upload = uploaded(content, "", name, program="287g")
    assert upload.columns is not None, upload.shape
    assert reasons(upload) == []
    assert counts(upload)[:2] == (0, 0), upload.wishes[:3]
