"""A file that was chosen for a form that could not be sent: the page says to choose it again."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from jurisdictions.web.site.typed_back import typed_back


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The file “steps &lt;1&gt;.csv” was not kept: choose it again."),
        ("es", "El archivo «steps &lt;1&gt;.csv» no se guardó: elíjalo de nuevo."),
    ],
)
def test_the_page_names_the_file_that_has_to_be_chosen_again(language: str, said: str) -> None:
    file = SimpleUploadedFile("steps <1>.csv", b"a,b")
    sent = {"kind": "opt_out", "note": "From the county clerk.", "file": file}
    back = typed_back(RequestFactory().post("/desk/uploads/", sent))
    with override(language):
        page = render_to_string("components/typed_back.html", {"back": back, "offer": True})
    assert said in page
    assert "From the county clerk." in page
    assert 'type="hidden"' not in page


def test_a_form_without_a_file_speaks_of_none() -> None:
    back = typed_back(RequestFactory().post("/desk/uploads/1/", {"note": "From the clerk."}))
    page = render_to_string("components/typed_back.html", {"back": back, "offer": True})
    assert "was not kept" not in page
