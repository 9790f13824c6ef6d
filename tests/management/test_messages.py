"""The Spanish catalogue holds every message in use, and what is compiled is what was written."""

from __future__ import annotations

import ast
import gettext
import os
from pathlib import Path

from babel.messages.catalog import Catalog
from django.conf import settings

from jurisdictions.management.catalogues import compile_catalogues
from jurisdictions.management.messages import (
    catalogue_at,
    faults_of,
    messages_in_use,
    store,
    updated,
)


def project(base: Path) -> Path:
    """A small project with a message in Python and two in a template."""
    (base / "jurisdictions").mkdir()
    (base / "templates").mkdir()
    (base / "jurisdictions" / "words.py").write_text(
        'WORD = _("Active")\nMANY = ngettext_lazy("%(count)d place", "%(count)d places")\n'
    )
    (base / "templates" / "page.html").write_text(
        "<h1>\n      {% translate 'Map' %}</h1>\n"
        "  {% blocktranslate trimmed %}\n   On {{ day }}\n  {% endblocktranslate %}\n"
    )
    return base


def test_messages_are_found_in_python_and_in_templates(tmp_path: Path) -> None:
    used = messages_in_use(project(tmp_path))
    found = {m.id[0] if isinstance(m.id, tuple) else m.id for m in used if m.id}
    assert found == {"Active", "%(count)d place", "Map", "On %(day)s"}


def test_a_message_is_found_whatever_the_module_calls_gettext(tmp_path: Path) -> None:
    base = project(tmp_path)
    (base / "jurisdictions" / "aside.py").write_text(
        "from django.utils.translation import gettext_noop as aside\n"
        "from django.utils.translation import pgettext as of\n"
        'LATER, OF = aside("Later"), of("a measure", "None")\n'
    )
    used = messages_in_use(base)
    assert used.get("Later") is not None
    assert used.get("None", "a measure") is not None


def test_what_is_missing_unused_or_wrongly_filled_in_is_a_fault(tmp_path: Path) -> None:
    used = messages_in_use(project(tmp_path))
    catalogue = Catalog(locale="es")
    catalogue.add("Active", "Activo")
    catalogue.add("Map", "")
    catalogue.add("On %(day)s", "El %(fecha)s", flags=["python-format"])
    catalogue.add("Old", "Viejo")
    faults = "\n".join(faults_of(catalogue, used))
    assert "missing: '%(count)d place'" in faults
    assert "untranslated: 'Map'" in faults
    assert "not used any more: 'Old'" in faults
    assert "On %(day)s" in faults
    assert "'Active'" not in faults


def test_bringing_a_catalogue_up_to_date_keeps_its_translations(tmp_path: Path) -> None:
    catalogue = Catalog(locale="es")
    catalogue.add("Active", "Activo")
    catalogue.add("Old", "Viejo")
    fresh = updated(catalogue, messages_in_use(project(tmp_path)))
    active = fresh.get("Active")
    assert active is not None
    assert active.string == "Activo"
    assert fresh.get("Old") is None


def test_a_stored_catalogue_compiles_and_is_compiled_again_only_when_it_changed(
    tmp_path: Path,
) -> None:
    po = tmp_path / "locale" / "es" / "LC_MESSAGES" / "django.po"
    catalogue = Catalog(locale="es")
    catalogue.add("Map", "Mapa")
    store(catalogue, po)
    assert compile_catalogues(tmp_path / "locale", tmp_path / "made") == 1
    assert compile_catalogues(tmp_path / "locale", tmp_path / "made") == 0
    spanish = gettext.translation("django", tmp_path / "made", ["es"])
    assert spanish.gettext("Map") == "Mapa"
    os.utime(po, ns=(0, 0))
    assert compile_catalogues(tmp_path / "locale", tmp_path / "made") == 1


def test_every_message_of_the_tracker_is_translated() -> None:
    sources = Path(settings.CATALOGUE_SOURCES)
    spanish = catalogue_at(sources / "es" / "LC_MESSAGES" / "django.po")
    assert not list(faults_of(spanish, messages_in_use(sources.parent)))


TRANSLATES = {
    f"{n}{p}gettext{lazy}" for n in ("", "n") for p in ("", "p") for lazy in ("", "_lazy")
}


def translated_inside(source: str) -> list[str]:
    """Texts that are translated within an f-string, where whoever collects messages finds none."""
    inside = [
        call
        for text in ast.walk(ast.parse(source))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    ]
    return [ast.unparse(one) for one in inside if one.func.id in {"_", *TRANSLATES}]  # type: ignore[attr-defined]


def test_no_message_hides_in_an_f_string() -> None:
    assert translated_inside("said = f\"{_('Map')}: {title}\"") == ["_('Map')"]
    assert translated_inside("said = _('Map')") == []
    files = [
        file
        for room in ("jurisdictions", "tracker")
        for file in sorted((Path(settings.BASE_DIR) / room).rglob("*.py"))
    ]
    found = {file.name: hidden for file in files if (hidden := translated_inside(file.read_text()))}
    assert found == {}
