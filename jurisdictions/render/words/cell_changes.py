"""The cells of a fact beside what they were, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.render.words.cell_texts import cell_text, column_text, names_the_fact
from jurisdictions.render.words.differences import Fate, Part, word_marks
from jurisdictions.render.words.fields import field_label

Cells = Mapping[str, str]
Titles = Mapping[str, str]
SENTENCES = frozenset({"summary", "note", "reason", "title", "by", "to", "aliases", "adjudication"})
"""Columns that are compared word by word."""
ONLY_WHEN_CHANGED = frozenset({"seq"})
"""Where a step stands is told in a sentence of its own, unless it stood elsewhere before."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell as it was and as it is, in words."""

    column: str
    title: str
    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return self.before == self.after

    @property
    def parts(self) -> tuple[Part, ...]:
        """Both texts as one, with what became of each word; dates and words of a list are whole."""
        if self.column.removesuffix("_es") in SENTENCES:
            return word_marks(self.before, self.after)
        whole = (Part(Fate.GONE, self.before), Part(Fate.NEW, self.after))
        return tuple(part for part in whole if part.text)


def cell_changes(
    kind: str, before: Cells, after: Cells, titles: Titles, columns: Iterable[str] = ()
) -> Iterator[CellChange]:
    """Each cell that says something before or after, but for keys; only `columns` where given."""
    for column in columns or dict.fromkeys((*before, *after)):
        old, new = before.get(column, ""), after.get(column, "")
        if column in ONLY_WHEN_CHANGED and not (old and new and old != new):
            continue
        if (old or new) and not names_the_fact(kind, column):
            yield CellChange(
                column,
                column_text(column, kind),
                cell_text(kind, column, old, titles),
                cell_text(kind, column, new, titles),
            )


def contradictions_compared(
    before: Iterable[CellChange], after: Iterable[CellChange]
) -> list[CellChange]:
    """The same contradiction as it was put before, and as it is put now."""
    old = {cell.column: cell.after for cell in before}
    new = {cell.column: cell.after for cell in after}
    return [
        CellChange(name, column_text(name), old.get(name, ""), new.get(name, ""))
        for name in dict.fromkeys((*old, *new))
    ]


def contradiction_told(
    kind: str, now: Cells, wished: Cells, titles: Titles, *, on_record: bool = True
) -> list[CellChange]:
    """What another source says, beside what the record has, or what is proposed so far."""
    disputed = wished.get("field", "")
    recorded = wished.get("recorded") or now.get(disputed, "")
    held = column_text("recorded") if on_record else _("What is proposed")
    told = [
        CellChange("field", column_text("field"), "", field_label(disputed)),
        CellChange("recorded", held, "", cell_text(kind, disputed, recorded)),
        CellChange(
            "said", column_text("said"), "", cell_text(kind, disputed, wished.get("said", ""))
        ),
    ]
    rest = ("source", "locator", "note", "note_es", "adjudication", "adjudication_es")
    return [*told, *cell_changes(kind, {}, wished, titles, rest)]
