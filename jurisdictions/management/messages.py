"""Messages as the code and the templates use them, beside those that a catalogue translates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

Keywords = dict[str, Any]
"""Names of functions, and which of their arguments are the message, as Babel takes them."""
KEYWORDS: Keywords = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PYTHON_FOLDERS, TEMPLATE_FOLDERS = ("jurisdictions", "tracker"), ("templates",)


def messages_in_use(base: Path) -> Catalog:
    """Every message under `base`, with the places that use it."""
    used = Catalog(charset="utf-8")
    for file, source, keywords in (*_python(base), *_templates(base)):
        found = extract("python", BytesIO(source.encode()), keywords, ["Translators:"])
        for line, text, comments, context in found:
            where = [(file.relative_to(base).as_posix(), line)]
            used.add(text, None, where, auto_comments=comments, context=context)
    return used


def catalogue_at(po: Path) -> Catalog:
    """The catalogue in a file; an empty one when there is no file yet."""
    if not po.exists():
        return Catalog(locale=po.parent.parent.name, charset="utf-8")
    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name)


def faults_of(catalogue: Catalog, used: Catalog) -> Iterator[str]:
    """What the catalogue lacks or gets wrong, one line each."""
    for message in used:
        if message.id and (fault := _fault(catalogue.get(_key(message), message.context))):
            yield f"{fault}: {_key(message)!r} ({_where(message)})"
    for message in catalogue:
        if message.id and used.get(_key(message), message.context) is None:
            yield f"not used any more: {_key(message)!r}"
    for message, errors in catalogue.check():
        yield from (f"{error}: {_key(message)!r}" for error in errors)


def updated(catalogue: Catalog, used: Catalog) -> Catalog:
    """The catalogue with the messages in use, in their order; translations are kept."""
    fresh = Catalog(locale=catalogue.locale, charset="utf-8", fuzzy=False)
    for message in used:
        if not message.id:
            continue
        old = catalogue.get(_key(message), message.context)
        fresh.add(
            message.id,
            old.string if old else None,
            sorted({(file, 0) for file, _ in message.locations}),
            flags=old.flags - {"fuzzy", "python-format"} if old else (),
            auto_comments=message.auto_comments,
            user_comments=old.user_comments if old else (),
            context=message.context,
        )
    return fresh


def store(catalogue: Catalog, po: Path) -> None:
    """Write a catalogue: files without line numbers, so that it changes only with its messages."""
    text = BytesIO()
    write_po(text, catalogue, width=100, include_lineno=False, omit_header=True)
    plural = catalogue.plural_forms
    header = (
        'msgid ""\nmsgstr ""\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        f'"Plural-Forms: {plural}\\n"\n\n'
    )
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_text(header + text.getvalue().decode(), encoding="utf-8")


def _python(base: Path) -> Iterator[tuple[Path, str, Keywords]]:
    for folder in PYTHON_FOLDERS:
        for file in sorted((base / folder).rglob("*.py")):
            if "migrations" not in file.parts:
                source = file.read_text(encoding="utf-8")
                yield file, source, KEYWORDS | _other_names(source)


def _other_names(source: str) -> Keywords:
    """What a module calls the functions of gettext: `gettext_noop as noop`."""
    imports = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom))
    return {
        name.asname: KEYWORDS[name.name]
        for node in imports
        for name in node.names
        if name.asname and name.name in KEYWORDS
    }


def _templates(base: Path) -> Iterator[tuple[Path, str, Keywords]]:
    """Django writes a template as Python for gettext; Babel minds that text's indentation."""
    for folder in TEMPLATE_FOLDERS:
        for file in sorted((base / folder).rglob("*.*")):
            source = templatize(file.read_text(encoding="utf-8"), origin=str(file))
            yield file, re.sub(r"^[ \t]+", "", source, flags=re.MULTILINE), KEYWORDS


def _fault(found: Message | None) -> str:
    if found is None:
        return "missing"
    if found.fuzzy:
        return "uncertain (fuzzy)"
    strings = found.string if isinstance(found.string, (list, tuple)) else [found.string]
    return "" if all(strings) else "untranslated"


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _where(message: Message) -> str:
    return ", ".join(f"{file}:{line}" for file, line in message.locations[:3])
