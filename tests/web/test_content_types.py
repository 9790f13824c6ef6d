"""A request that calls itself something odd is answered like any other, and read in one way."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from jurisdictions.web.site.content_types import believed, believing

ODD = (
    "text/plain; charset*=foo'x'y",
    "text/plain; charset*=f\0'x'y",
    "text/plain; charset*=idna'x'%ff.",
    *(f"text/plain; charset={name}" for name in ("hex", "zlib", "rot13", "idna", "undefined")),
    'text/plain; CHARSET="utf-16"',
    "text/plain; charset=cp037",
    "text/plain;charset=utf-7;charset=utf-8",
    "multipart/form-data; boundary=x; charset=base64",
    "multipart/form-data; boundary*=foo'x'y",
    "application/x-www-form-urlencoded; charset=punycode",
    ";",
    "x",
    "\xff/\xff",
)


@pytest.fixture
def application() -> Any:
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield believing(get_wsgi_application())
    for signal in signals:
        signal.connect(close_old_connections)


def asked(application: Any, content_type: str, method: str = "GET", body: bytes = b"") -> Any:
    """The status of an answer, and what of the query it was given to."""
    told: list[str] = []
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": "/follow/" if method == "POST" else "/places/search.json",
        "QUERY_STRING": "q=Kane%20County%ff%5Cud800",
        "HTTP_HOST": "localhost",
        "CONTENT_TYPE": content_type,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
    }
    setup_testing_defaults(environ)
    answer = application(environ, lambda status, *_rest: told.append(status))
    content = b"".join(answer)
    answer.close()
    return int(told[0].split()[0]), content


@pytest.mark.django_db
@pytest.mark.usefixtures("shipped")
def test_no_content_type_breaks_an_answer_or_gives_an_address_another_reading(
    application: Any,
) -> None:
    usual = asked(application, "")
    assert usual[0] == 200
    form = b'--x\r\nContent-Disposition: form-data; name="place"\r\n\r\n17\xff\r\n--x--\r\n'
    for odd in ODD:
        assert asked(application, odd) == usual, odd
        assert asked(application, odd, "POST", form)[0] in {400, 404}, odd


def test_of_a_content_type_the_sort_and_the_boundary_are_believed() -> None:
    assert believed("Application/JSON; Charset=UTF8; x=y") == "application/json"
    assert believed("text/csv; charset=us-ascii") == "text/csv"
    browser = "multipart/form-data; boundary=----WebKitFormBoundaryAb+/=1"
    assert believed(browser) == browser
    assert believed('multipart/form-data; boundary="a b"') == 'multipart/form-data; boundary="a b"'
    assert believed("application/x-www-form-urlencoded; charset=latin-1") == ""
