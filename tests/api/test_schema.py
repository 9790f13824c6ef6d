"""The documented shapes are those of the answers."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

EXAMPLES = [
    ("/api/v1/summary/", "summary/", {"date": "2010-06-08"}),
    ("/api/v1/status/", "status/", {"dates": "2010-06-08,2011-08-05", "state": "CA"}),
    ("/api/v1/status/", "status/", {"date": "2010-06-08", "page_size": "200", "state": "CA"}),
    ("/api/v1/status/", "status/", {"level": ["state", "county"], "known": "2010-06-08"}),
    ("/api/v1/jurisdictions/{geoid}/", "jurisdictions/06075/", {"date": "2010-06-08"}),
    ("/api/v1/jurisdictions/{geoid}/", "jurisdictions/17/", {"known": "2011-01-01"}),
    ("/api/v1/jurisdictions/{geoid}/timeline/", "jurisdictions/11001/timeline/", {}),
    ("/api/v1/changes/", "changes/", {"from": "2010-06-08", "state": "CA", "level": "state"}),
    ("/api/v1/changes/", "changes/", {"from": "2010-05-18", "state": "CA", "known": "2012-01-01"}),
    ("/api/v1/facts/{kind}/", "facts/activation/", {"page_size": "20"}),
    ("/api/v1/facts/{kind}/", "facts/agreement/", {}),
    ("/api/v1/facts/{kind}/", "facts/opt_out/", {}),
    ("/api/v1/facts/{kind}/", "facts/local_measure/", {}),
    ("/api/v1/facts/{kind}/", "facts/policy_event/", {}),
    ("/api/v1/facts/{kind}/", "facts/reported_figure/", {}),
    ("/api/v1/facts/jurisdiction/", "facts/jurisdiction/", {"state": "IL"}),
    ("/api/v1/flags/", "flags/", {"kind": "figure-fell"}),
    ("/api/v1/sources/", "sources/", {}),
    ("/api/v1/editions/", "editions/", {}),
    ("/api/v1/programs/", "programs/", {}),
]
ELSEWHERE = {"/api/v1/agencies/", "/api/v1/agencies/{agency}/", "/api/v1/agreements/"}
"""What the first program does not answer: see test_section_287g."""
WRITING = {"/api/v1/proposals/": ("GET", "POST"), "/api/v1/proposals/{proposal}/": ("GET",)}
"""What asks for a token: see test_writing."""
TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}


def faults(value, shape, schema, where="answer"):
    """What in `value` is not as `shape` says; an empty list when all is."""
    shape = resolved(shape, schema)
    if value is None:
        return [] if shape.get("nullable") else [f"{where} is null"]
    if either := shape.get("anyOf", shape.get("oneOf")):
        tried = [faults(value, one, schema, where) for one in either]
        return [] if [] in tried else [fault for found in tried for fault in found]
    if "type" in shape and not isinstance(value, TYPES[shape["type"]]):
        return [f"{where} is no {shape['type']}"]
    if value not in shape.get("enum", [value]):
        return [f"{where} is {value}"]
    parts, found = parts_of(value, shape, where)
    return found + [f for part, kind, name in parts for f in faults(part, kind, schema, name)]


def resolved(shape, schema):
    while "$ref" in shape or "allOf" in shape:
        (only,) = shape.get("allOf", [shape])
        name = only["$ref"].rsplit("/", 1)[1]
        shape = {**schema["components"]["schemas"][name], "nullable": shape.get("nullable")}
    return shape


def parts_of(value, shape, where):
    if shape.get("type") == "array":
        return [(v, shape["items"], f"{where}[{i}]") for i, v in enumerate(value)], []
    if shape.get("type") != "object":
        return [], []
    known = shape["properties"]
    parts = [(value[k], known[k], f"{where}.{k}") for k in value.keys() & known.keys()]
    unequal = value.keys() ^ known.keys()
    return parts, [f"{where} differs in {key}" for key in unequal]


@pytest.fixture
def schema(api):
    return api.read("schema/")


@pytest.mark.parametrize(("path", "address", "query"), EXAMPLES)
def test_an_answer_has_the_documented_shape(api, schema, path, address, query):
    answers = schema["paths"][path]["get"]["responses"]
    shape = answers["200"]["content"]["application/json"]["schema"]
    answer = api.read(address, **query)
    if address == "status/" and "dates" not in query:
        # A row says its day only where there are rows of several.
        assert not any("date" in row for row in answer["results"])
        answer = {**answer, "results": [{**row, "date": "2011-08-05"} for row in answer["results"]]}
    assert faults(answer, shape, schema) == []


def test_a_problem_has_the_documented_shape(api, schema):
    answers = schema["paths"]["/api/v1/jurisdictions/{geoid}/"]["get"]["responses"]
    for problem, status in (
        (api.refused("jurisdictions/06075/", date="x"), "400"),
        (api.refused("jurisdictions/99/", code=404), "404"),
    ):
        shape = answers[status]["content"]["application/problem+json"]["schema"]
        assert faults(problem, shape, schema) == []


def test_every_address_may_say_that_the_record_cannot_be_reached(schema):
    for operations in schema["paths"].values():
        for operation in operations.values():
            assert "application/problem+json" in operation["responses"]["503"]["content"]


def test_the_check_of_shapes_finds_faults(schema):
    shape = {"$ref": "#/components/schemas/Problem"}
    wrong = {"type": None, "title": 3, "status": 400, "detail": "x"}
    assert len(faults(wrong, shape, schema)) == 3


@pytest.mark.parametrize("path", sorted({path for path, _address, _query in EXAMPLES}))
def test_every_documented_parameter_is_known_and_every_known_one_documented(api, schema, path):
    documented = {
        p["name"] for p in schema["paths"][path]["get"]["parameters"] if p["in"] == "query"
    }
    listed = api.refused(
        path.removeprefix("/api/v1/").format(geoid="17", kind="opt_out"), nonsense="1"
    )["detail"]
    known = listed.removesuffix(".").rsplit(": ", 1)[1].split(", ")
    assert documented == set(known)


def test_no_address_is_left_undocumented(schema):
    assert set(schema["paths"]) == {path for path, _address, _query in EXAMPLES} | ELSEWHERE | {
        *WRITING
    }


def test_the_schema_is_valid_and_makes_no_warning(shipped):
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=StringIO())


def test_the_schema_is_told_in_spanish(api, schema):
    spanish = api.read("schema/", lang="es")
    summaries = [
        answer["paths"]["/api/v1/status/"]["get"]["summary"] for answer in (schema, spanish)
    ]
    assert summaries[0] != summaries[1]


def test_the_schema_comes_as_yaml_to_whom_asks(api):
    response = api.get("schema/", headers={"Accept": "application/vnd.oai.openapi"})
    assert response.content.startswith(b"openapi: 3")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_documentation_can_be_read_without_javascript(api, schema, language):
    page = api.client.get("/api/docs/", {"lang": language})
    text = page.content.decode()
    assert page.status_code == 200
    assert f'<html lang="{language}">' in text
    assert "/api/v1/status/?date=" in text
    assert "<script>" not in text
    assert "style=" not in text
    assert not page.cookies


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "example",
    [
        "summary",
        "status/?",
        "jurisdictions/06075/?",
        "timeline",
        "changes",
        "facts/opt_out",
        "facts/jurisdiction",
        "sources",
        "editions",
        "programs",
    ],
)
def test_the_examples_of_the_documentation_answer(api, example):
    text = api.client.get("/api/docs/").content.decode()
    links = [part.split('"')[0] for part in text.split('href="/api/v1/')[1:]]
    found = [link.replace("&amp;", "&") for link in links if example in link]
    assert found
    for link in found:
        assert json.loads(api.get(link).content)


@pytest.mark.parametrize("address", ["/api/", "/api/v1/"])
def test_the_root_of_the_api_leads_to_its_documentation(api, address):
    response = api.client.get(address)
    assert (response.status_code, response["Location"]) == (302, "/api/docs/")
