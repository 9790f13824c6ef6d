"""A small folder of fact files for tests: a nation, two states, a few counties, a few steps."""

from __future__ import annotations

import json
from pathlib import Path

PROGRAM = {
    "slug": "secure-communities",
    "name": {"en": "Secure Communities", "es": "Comunidades Seguras"},
    "agency": {"en": "ICE", "es": "ICE"},
    "summary": {"en": "A program.", "es": "Un programa."},
    "opening_on": "2011-08-05",
    "vintage": "2010",
}
FILES = {
    "jurisdictions.csv": """\
geoid,kind,name,state,parent,ocd_id,population_2010,aliases,note
US,nation,United States,,,,,,
17,state,Illinois,IL,,,,,
17031,county,Cook County,IL,17,,5194675,Cook,
17097,county,Lake County,IL,17,,703462,Lake,
35,state,New Mexico,NM,,,,,
35013,county,Dona Ana County,NM,35,,209233,Dona Ana|Doña Ana,
""",
    "sources.csv": """\
key,title,publisher,published_on,url
list,Activated Jurisdictions,ICE,2013-01-22,
chron,"Chronology, Illinois",ICE,2010,https://example.org/chron
""",
    "activations.csv": """\
geoid,activated_on,deactivated_on,source,note
17097,2010-03-02,,list,
35013,2009-10-20,,list,
""",
    "agreements.csv": """\
agreement,seq,geoid,on,disclosed_on,step,by,summary,source
il,1,17,2009-11-02,,signed-by-state,Illinois State Police,The head of the state police signed.,chron
il,2,17,2009-11-20,,signed,ICE,ICE countersigned.,chron
""",
    "opt_outs.csv": """\
request,seq,geoid,on,disclosed_on,step,instrument,by,to,summary,source
illinois-2011,1,17,2011-05-04,,requested,letter,Governor,ICE,The state ended its agreement.,chron
""",
    "local_measures.csv": """\
measure,geoid,place,on,disclosed_on,kind,by,summary,outcome,source
cook-2011,17031,Cook County,2011-09-07,,detainer-limit,County Board,Limits.,adopted,chron
""",
    "policy_events.csv": """\
event,on,disclosed_on,instrument,by,title,effect,summary,source
announced,2008-03-28,,announcement,ICE,Announced,program-announced,A plan.,list
begins,2008-10-27,,activation,ICE,First activation,program-begins,It began.,list
agreements-ended,2011-08-05,,letter,ICE,All cancelled,agreements-ended,It ended.,list
""",
    "reported_figures.csv": """\
geoid,metric,period_start,as_of,value,unit,note,source
US,active-jurisdictions,,2010-08-10,2,jurisdictions,,list
""",
    "conflicting_citations.csv": """\
fact,field,recorded,said,source,note
policy_event:begins,on,2008-10-27,2008-10-29,chron,Two days later.
""",
}


def write_folder(folder: Path, **changed: str | bytes | None) -> Path:
    """The folder with some files changed (named without `.csv`) or, with None, left out."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "program.json").write_text(json.dumps(PROGRAM), encoding="utf-8")
    for name, text in {**FILES, **{f"{key}.csv": value for key, value in changed.items()}}.items():
        if text is None:
            (folder / name).unlink(missing_ok=True)
        else:
            raw = text if isinstance(text, bytes) else text.encode()
            (folder / name).write_bytes(raw)
    return folder


def with_line(file: str, line: str) -> str:
    """The file with one more row."""
    return FILES[f"{file}.csv"] + line + "\n"


def with_cell(file: str, before: str, after: str) -> str:
    """The file with one text put for another, which must be there."""
    text = FILES[f"{file}.csv"]
    assert before in text
    return text.replace(before, after, 1)
