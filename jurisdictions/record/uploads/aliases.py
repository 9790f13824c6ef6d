"""What people call the columns of a file, in English and Spanish, folded: letters and blanks."""

from __future__ import annotations

from collections.abc import Mapping

from jurisdictions.models.folding import fold

PLACE_NAME, COUNTY_NAME, STATE_NAME, EXAMPLE = "place_name", "county", "state_name", "example"
"""Columns of no kind of fact: names that are matched to a place, and the mark of an example."""
NAMED = (PLACE_NAME, COUNTY_NAME, STATE_NAME)

_WRITTEN: Mapping[str, str] = {
    "geoid": "fips; fips code; county fips; geo id; census geoid; census code; código censal; "
    "código fips; código del censo; geoid del censo",
    COUNTY_NAME: "county name; county or equivalent; condado; nombre del condado; parish; borough; "
    "municipio; parroquia",
    PLACE_NAME: "place name; jurisdiction; jurisdiction name; name; place; nombre; jurisdicción; "
    "nombre de la jurisdicción; lugar",
    STATE_NAME: "state; state name; st; state code; state or territory; estado; nombre del estado; "
    "estado o territorio",
    EXAMPLE: "ejemplo",
    "activated_on": "activated; activation date; date activated; on; date; "
    "fecha de activación; activada el; activada; fecha",
    "deactivated_on": "deactivated; deactivation date; ended on; end date; desactivada el; "
    "fecha de desactivación; terminó el; fecha de fin",
    "disclosed_on": "disclosed; made public on; made public; disclosure date; hecho público el; "
    "fecha de divulgación",
    "on": "date; day; when; event date; fecha; día; cuándo",
    "source": "sources; source key; citation; fuente; fuentes; clave de la fuente",
    "locator": "where; page; pages; page or passage; passage; section; página; páginas; pasaje; "
    "sección; dónde",
    "quote": "quotation; words quoted; words of the source; cita textual; cita; palabras citadas",
    "archive_url": "archived; archive; internet archive; wayback machine; archived copy; "
    "copia archivada; archivo de internet",
    "vanished_on": "vanished; nothing there since; gone since; nada ahí desde; desaparecida el",
    "language": "lang; language of the source; idioma; lengua",
    "note": "notes; comment; comments; remark; remarks; summary; nota; notas; comentario; "
    "comentarios; resumen",
    "request": "thread; request key; opt out request; solicitud; clave de la solicitud",
    "agreement": "thread; agreement key; moa; acuerdo; clave del acuerdo",
    "step_id": "name of the step; step id; id of the step; nombre del paso",
    "seq": "step number; step no; sequence; no; número de paso; n.º; nº; secuencia; orden",
    "step": "kind of step; step kind; word; what it is; action; paso; tipo de paso",
    "instrument": "form; document; instrumento; forma; documento",
    "by": "who; actor; who acted; por; quién; autor",
    "to": "addressee; addressed to; recipient; a; para; destinatario; dirigido a",
    "summary": "description; what happened; resumen; descripción; qué pasó",
    "measure": "measure key; medida; clave de la medida",
    "outcome": "result; what became of it; resultado",
    "basis": "date basis; basis of the date; what the date rests on; base de la fecha",
    "date_basis": "basis; basis of the date; what the date rests on; base de la fecha",
    "event": "event key; act; act key; acto; clave del acto; evento",
    "title": "title of the source; título",
    "effect": "word; efecto",
    "metric": "word; what was counted; métrica; qué se contó",
    "period_start": "period from; from; start; desde; inicio del período",
    "as_of": "as of date; date; on; until; fecha; hasta; al",
    "value": "figure; number; count; valor; cifra; número",
    "unit": "unidad",
    "key": "source key; source; clave; fuente",
    "publisher": "published by; editorial; publicado por; quién publicó",
    "published_on": "published; date; publication date; fecha; fecha de publicación; publicado",
    "url": "address; link; web address; original; dirección; enlace; vínculo",
    "name": "place name; nombre",
    "state": "state code; postal code; estado; código postal del estado",
    "parent": "lies in; state geoid; dentro de",
    "ocd_id": "ocd; open civic data id",
    "population_2010": "population; population in 2010; población; población en 2010",
    "aliases": "also known as; other names; otros nombres; también llamado",
    "valid_from": "válido desde",
    "valid_to": "valid until; válido hasta",
    "predecessors": "formerly; before; antecesores; antes",
    "successors": "later; became; sucesores; después",
    "validity_source": "source of its dates; source of the dates; fuente de las fechas",
    "place": "place as the source names it; lugar; lugar según la fuente",
    "kind": "type; word; kind of measure; kind of place; tipo; tipo de medida; tipo de lugar",
    "agency": "agency name; law enforcement agency; lea; agency key; agencia; agencia policial; "
    "nombre de la agencia",
    "level": "type of agency; nivel",
    "reach": "alcance",
    "geoids": "places served; counties served; counties; serves; lugares que atiende; condados",
    "matched": "matched by; cómo se encontró",
    "sure": "how sure; certeza",
    "model": "support type; type of agreement; modelo; tipo de apoyo; word",
    "signed_on": "signed; date signed; signing date; date; on; firmado; firmado el; "
    "fecha de firma; fecha",
    "listed_from": "listed; first listed; on the list from; en la lista desde",
    "listed_until": "last listed; en la lista hasta",
    "missing_from": "missing; gone from; falta desde",
    "absent": "missing meanwhile; absent; faltó entretanto",
    "ended_on": "ended; end date; repealed; repealed on; date repealed; expired; expired on; "
    "expires; expiration date; terminó; terminó el; fecha de fin; derogada; derogada el; venció; "
    "vencimiento",
    "ending": "how it ended; cómo terminó",
    "superseded_by": "followed by; replaced by; le siguió; reemplazado por",
    "moa_url": "moa; link; text; url; address of its text; texto; enlace",
    "ending_source": "source of the end; fuente del fin",
    "application": "application key; solicitud",
    "pending_from": "pending; pending since; applied; en espera desde",
    "pending_until": "en espera hasta",
    "law": "law key; bill; ley",
    "adopted_on": "adopted; adoption date; signed; date; aprobada el; fecha",
    "in_force_on": "in force; effective; effective date; takes effect; en vigor desde",
    "list": "list key; lista",
    "file": "file name; archivo",
    "listed_on": "day; date; fecha; día",
    "rows": "number of rows; filas",
    "columns": "headings; columnas",
    "checksum": "sha256; sha 256; suma de comprobación",
    "fact": "fact name; public name; hecho; nombre del hecho",
    "field": "column; campo; columna",
    "said": "what the source says; says; dice; lo que dice la fuente",
    "word": "what it is; qué es",
    "thread": "request; agreement; hilo",
}
SPANISH_ENDINGS = ("es", "in spanish", "spanish", "en espanol", "espanol")


def _folded() -> dict[str, tuple[str, ...]]:
    found = {
        column: tuple(dict.fromkeys(fold(one) for one in written.split(";")))
        for column, written in _WRITTEN.items()
    }
    for column in ("by", "to", "summary", "title", "note", "name"):
        called = (column, *found[column])
        found[f"{column}_es"] = tuple(f"{one} {end}" for one in called for end in SPANISH_ENDINGS)
    return found


ALIASES = _folded()
"""The other names of each column."""
DERIVED = frozenset(
    fold(name)
    for name in (
        *("effective_on", "contradicted_by", "status", "agreement", "activation", "objection"),
        *("local_limits", "since", "date", "start", "end", "position", "reasons", "cited"),
        *("recorded", "edition", "text", "citations", "label", "url", "fact", "kind"),
        *("population_2010", "ocd_id", "parent", "aliases"),
        *("title", "publisher", "published_on", "qualifier", "agreement_record"),
        *("start_edtf", "end_edtf", "since_edtf", "activated_on", "activated_on_edtf"),
        *("sharing_since", "sharing_since_edtf"),
        *("precision", "contradicted", "rests_on", "day_precision"),
        *("federal_rule", "days_after_rule", "next_federal_rule", "days_before_next_rule"),
        *("federal_rule_text", "archive_url", "language", "quote"),
    )
)
"""Columns of our own exports that a fact does not have: derived, or said elsewhere."""
OF_AGENCIES = frozenset(
    fold(name.replace("_", " "))
    for name in (
        *("name", "places", "in_force", "agreements", "local_agreement", "state_agency"),
        *("state_law", "agreement_since", "agreement_since_edtf", "end_basis", "level", "reach"),
        *("geoids", "matched", "sure", "last_list", "signed_on_edtf", "ended_on_edtf"),
        "record_until",
    )
)
"""The same in the lists of agencies and of agreements; what a kind has itself is matched first."""
HOW_SURE = frozenset({"basis", "sources"})
"""The same in lists of statuses, whose words are not those of a fact's own columns of that name."""
