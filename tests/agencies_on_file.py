"""A small folder of the facts of 287(g) for tests; its places are those of `facts_on_file`."""

from __future__ import annotations

import json
from pathlib import Path

PROGRAM = {
    "slug": "287g",
    "name": {"en": "287(g)", "es": "287(g)"},
    "agency": {"en": "ICE", "es": "ICE"},
    "summary": {"en": "A program.", "es": "Un programa."},
    "opening_on": "2026-05-18",
    "vintage": "2010",
}
CHECKSUM = "ab" * 32
FILES = {
    "sources.csv": """\
key,title,publisher,published_on,url
lists,Lists of participating agencies,ICE,2026-05-18,
paper,The county ends its agreement,The Paper,2026-02-18,https://example.org/paper
""",
    "agencies.csv": """\
agency,geoid,name,aliases,level,kind,reach,geoids,matched,sure,source,note
il-cook-sheriff,17,Cook County Sheriff,Cook SO,county,sheriff,whole-county,17031,name,high,lists,
il-zion-police,17,Zion Police,,municipal,police,part-of-county,17031|17097,by-hand,medium,lists,
il-state-police,17,Illinois State Police,,state,police,state,17,state-agency,high,lists,
nm-lost-police,35,Lost Police,,municipal,police,part-of-county,,not-matched,none,lists,
""",
    "agency_agreements.csv": """\
agreement,agency,geoid,model,signed_on,listed_from,listed_until,missing_from,ended_on,ending,\
superseded_by,moa_url,basis,ending_source,source,note
il-cook-sheriff:jem:2020-06-09,il-cook-sheriff,17,jail-enforcement,2020-06-09,2021-01-13,,,\
2025-03-01,renewed,il-cook-sheriff:jem:2025-03-01,,list,,lists,
il-cook-sheriff:jem:2025-03-01,il-cook-sheriff,17,jail-enforcement,2025-03-01,2025-03-06,,,,,,,\
list,,lists,
il-zion-police:tfm:2025-04-02,il-zion-police,17,task-force,2025-04-02,2025-04-15,2026-02-09,\
2026-02-10,2026-02-18,ended-by-agency,,,list,paper,lists,
il-state-police:tfm:2025-05-01,il-state-police,17,task-force,,2025-05-08,,,,,,,list,,lists,
""",
    "applications.csv": """\
application,agency,geoid,name,model,pending_from,pending_until,outcome,agreement,source
il-zion-police:tfm:2025-03-20,il-zion-police,17,Zion Police,task-force,2025-03-20,2025-04-01,\
signed,il-zion-police:tfm:2025-04-02,lists
nm-nobody:tfm:2025-06-01,,35,Nobody Polise,task-force,2025-06-01,,,,lists
""",
    "state_laws.csv": """\
law,geoid,name,name_es,adopted_on,in_force_on,kind,summary,summary_es,sure,source,note,note_es
il-way-forward,17,Way Forward Act,,2021-08-02,2022-01-01,forbids,Ends agreements.,,high,paper,,
""",
    "lists.csv": f"""\
list,kind,file,listed_on,date_basis,rows,columns,checksum,source,note,note_es
participating-2026-05-18,participating,p.xlsx,2026-05-18,file-name,1843,STATE,{CHECKSUM},lists,,
""",
    "policy_events.csv": """\
event,on,disclosed_on,instrument,by,title,effect,summary,source
statute,1996-09-30,,,Congress,Section 287(g),authority-enacted,It may sign.,paper
restored,2025-01-20,,executive-order,The president,Order,task-force-restored,All models.,paper
""",
    "reported_figures.csv": """\
geoid,metric,period_start,as_of,value,unit,note,source
US,agreements,,2026-05-18,1843,agreements,rows of the list,lists
""",
}


def write_agencies(folder: Path, **changed: str | None) -> Path:
    """The folder with some files changed (named without `.csv`) or, with None, left out."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "program.json").write_text(json.dumps(PROGRAM), encoding="utf-8")
    for name, text in {**FILES, **{f"{key}.csv": value for key, value in changed.items()}}.items():
        if text is None:
            (folder / name).unlink(missing_ok=True)
        else:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def with_text(file: str, before: str, after: str) -> dict[str, str]:
    """The file, by its name, with one text put for another, which must be there."""
    text = FILES[f"{file}.csv"]
    assert before in text
    return {file: text.replace(before, after, 1)}
