"""The Spanish says one idea by one word, and no word that readers know by another meaning.

The rules and their reasons are in docs/spanish.md; here is what no message and no fact may say.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import gettext, override

from jurisdictions.management.messages import catalogue_at
from jurisdictions.render.words.labels import LABELS

ROOT = Path(settings.BASE_DIR)
CATALOGUE = ROOT / "locale" / "es" / "LC_MESSAGES" / "django.po"
FACTS = ROOT / "jurisdictions" / "data"

NEVER = {
    # One idea, one word: who does not take part.
    r"exclusi[oó]n(es)?|exclu(ir|ida|ido)(se)?": "no participar; solicitud para no participar",
    r"objeci(ón|ones)": "solicitud para no participar",
    r"quedar(se)? fuera": "no participar",
    r"pas(ó|ado|ada|aron|ar) por alto": "ICE siguió adelante pese a la solicitud; no se leyó",
    r"no opcional(es)?": "sin opción de no participar",
    r"caduc\w+": "terminó sin decisión; venció",
    # What is taken out of a paycheck.
    r"retenci(ón|ones)(?! (de ICE|migratorias?)\b)": "retenciones de ICE; retención migratoria",
    # Words that readers know by another meaning.
    r"la administración": "quien administra el sitio",
    r"mesas? de trabajo": "área de trabajo",
    r"este registro": "este sitio; el registro, of the facts",
    r"(acto|actos)": "acción federal",
    r"en la cola": "recibimos su aviso",
    r"retiros?": "salida del programa; anulación",
    r"(conoce|sabe|sepa|conozca)n? al día": "no se sabe el día exacto",
    r"en un día": "en una fecha",
    r"se abre el programa": "el día que el sitio muestra al abrirse",
    r"nombre la edición": "mencione la edición",
    r"particulares": "personas privadas",
    # What officials say.
    r"const(a|an|aba|aban|e|en|ó)": "está en el registro; hay; no se encontró",
    r"hall(ar|ó|aron|ado|ada|ados|adas|a|an)": "encontrar",
    r"surt\w+ efecto": "contar, valer",
    r"en pie": "sigue contando",
    r"rige|rigen|regía|regían": "vale, valía",
    r"cotej\w+": "comparar",
    r"deriva(n|r|da|do|das|dos)?": "se decide a partir de los hechos; se calcula",
    r"dimensi(ón|ones)": "aspecto",
    r"en derecho": "en la ley",
    r"obligatoriedad": "si era obligatorio",
    r"según lo conocido": "con lo que se sabía",
    # Spain.
    r"añad\w+": "agregar",
    r"direcci(ón|ones) de correo": "correo electrónico",
    r"portátil(es)?": "laptop",
    r"libros? de cálculo": "archivo de Excel",
    r"(le )?rogamos": "por favor",
    r"períodos? de sesiones": "sesión legislativa",
    r"organismos?": "agencia",
    r"llévese": "descargue",
    r"señal(ar|e|a) un error": "reportar un error",
    # The models of 287(g).
    r"(grupos?|fuerzas?) (operativos?|de tareas?)": "grupo de trabajo (task force)",
    r"convenios?|acuerdos? en vigor": "acuerdo vigente",
    r"suboficial(es)?": "modelo de órdenes de ICE",
    r"estados? migratorios?": "estatus migratorio",
    r"entrenamientos?|entrenad[oa]s?": "capacitación, capacitado",
    r"enm(iend|end)\w+": "modificar",
    r"la 287\(g\)": "el programa 287(g)",
    # Signs.
    r"\w+\((es|s|as|os)\)": "a real plural",
    r"\w+[oa]/[oa]s?": "a noun or a verb that has no gender",
    r"[“”]": "«…»",
    r"(\d|\)s) %%?(?=$|[\s.,;)])": "57%, without a space",
}
"""What is never said -> what is said instead."""

EXCEPTIONS: dict[str, str] = {}
"""A part of a text in which a word is right -> the reason."""


def messages() -> Iterator[tuple[str, str]]:
    """Every Spanish text of the catalogue, with its English."""
    for message in catalogue_at(CATALOGUE):
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        yield from ((str(message.id), text) for text in told if message.id)


def facts() -> Iterator[tuple[str, str]]:
    """Every Spanish text of the facts, with where it stands."""
    for path in sorted(FACTS.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                for column, text in row.items():
                    if column.endswith("_es") and text:
                        yield f"{path.parent.name}/{path.name}:{number} {column}", text
    for path in sorted(FACTS.glob("*/program.json")):
        for name, said in json.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(said, dict):
                yield f"{path.parent.name}/{path.name} {name}", said["es"]


def without_exceptions(text: str) -> str:
    for said in EXCEPTIONS:
        text = text.replace(said, "")
    return text


@pytest.mark.parametrize("word", NEVER)
def test_no_message_and_no_fact_says(word: str) -> None:
    found = re.compile(rf"(?<!\w)(?:{word})(?!\w)", re.IGNORECASE)
    said = [
        f"{where}: {text}"
        for where, text in (*messages(), *facts())
        if found.search(without_exceptions(text))
    ]
    assert not said, f"write: {NEVER[word]}"


def test_postal_codes_are_those_of_letters_never_the_two_letters_of_a_state() -> None:
    said = [
        (english, text)
        for english, text in messages()
        if re.search(r"códigos? postal", text) and "ZIP" not in english
    ]
    assert not said, "write: abreviatura del estado"


TERM = re.compile(r"^\| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def terms() -> list[tuple[str, str]]:
    """The glossary of docs/spanish.md: English labels with their Spanish."""
    guide = (ROOT / "docs" / "spanish.md").read_text(encoding="utf-8")
    tables = guide.partition("## Terms")[2].partition("## Other words")[0]
    found = TERM.findall(tables)
    return [pair for pair in found if pair[0] not in ("English", "---") and "---" not in pair[0]]


def test_the_terms_of_the_guide_are_those_of_the_catalogue() -> None:
    catalogue = catalogue_at(CATALOGUE)
    said = dict(terms())
    assert len(said) > 50
    found = {english: getattr(catalogue.get(english), "string", None) for english in said}
    assert found == said


def test_one_word_stands_for_one_idea() -> None:
    english, spanish = zip(*terms(), strict=True)
    assert len(set(english)) == len(english)
    assert len({word.casefold() for word in spanish}) == len(spanish)


def test_no_two_words_of_a_vocabulary_are_told_alike() -> None:
    with override("es"):
        for words in LABELS.values():
            told = [gettext(label) for label in set(words.values())]
            assert len(set(told)) == len(told), words
