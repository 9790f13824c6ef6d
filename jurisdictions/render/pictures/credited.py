"""Pictures that say what they are: SVG and PNG with title, site, citation and licence inside."""

from __future__ import annotations

from collections.abc import Mapping
from struct import pack
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

PNG_BEGINS = b"\x89PNG\r\n\x1a\n"
HEADER_BYTES = 25
"""The length of the first chunk, which has to stand first."""
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cc": "http://creativecommons.org/ns#",
}
Said = Mapping[str, str]
"""What is said: title, creator, source (an address), citation, description, date, licence."""
IN_PNG = {
    "Title": "title",
    "Author": "creator",
    "Description": "description",
    "Copyright": "licence",
    "Creation Time": "date",
    "Source": "source",
    "Comment": "citation",
}
"""The keywords of the PNG specification, and what of it stands under each."""


def credited_svg(svg: bytes, said: Said) -> bytes:
    """The picture, in UTF-8, with `metadata` as its first child, in the terms of Dublin Core."""
    end = svg.index(b">", svg.index(b"<svg")) + 1
    return svg[:end] + _metadata(said).encode() + svg[end:]


def _metadata(said: Said) -> str:
    spaces = " ".join(f"xmlns:{name}={quoteattr(to)}" for name, to in NAMESPACES.items())
    terms = {
        "dc:title": "title",
        "dc:creator": "creator",
        "dc:date": "date",
        "dc:description": "description",
        "dc:identifier": "source",
        "dcterms:bibliographicCitation": "citation",
    }
    told = "".join(f"<{term}>{escape(said[name])}</{term}>" for term, name in terms.items())
    licence = f"<cc:license rdf:resource={quoteattr(said['licence'])}/>"
    about = f"<rdf:Description rdf:about={quoteattr(said['source'])}>{told}{licence}"
    return f"<metadata><rdf:RDF {spaces}>{about}</rdf:Description></rdf:RDF></metadata>"


def credited_png(png: bytes, said: Said) -> bytes:
    """The picture with a text chunk (iTXt, UTF-8) for each thing that is said, after its header."""
    at = len(PNG_BEGINS) + HEADER_BYTES
    chunks = b"".join(_text_chunk(word, said[name]) for word, name in IN_PNG.items())
    return png[:at] + chunks + png[at:]


def _text_chunk(keyword: str, text: str) -> bytes:
    """Keyword; not compressed, in no named language, keyword not translated; the text."""
    kind, content = b"iTXt", keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
    return pack(">I", len(content)) + kind + content + pack(">I", crc32(kind + content))
