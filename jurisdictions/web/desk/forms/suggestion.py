"""A whole form: the facts, their sources and the reason; from what was typed to wishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from jurisdictions.record.changing.vouching import needs_source
from jurisdictions.record.changing.wishes import CORRECT, WishDraft
from jurisdictions.record.faults import Fault
from jurisdictions.record.kinds import KINDS
from jurisdictions.status.geoids import state_of
from jurisdictions.web.desk.forms.fact_form import FactForm
from jurisdictions.web.desk.forms.field_of import Around
from jurisdictions.web.desk.forms.fields import Sentences
from jurisdictions.web.desk.forms.source_form import SourceForm
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.forms.typed import MOST_FACTS, MOST_SOURCES, WHOLE, Texts, Typed
from jurisdictions.web.desk.forms.wishing import Written, keys_of, wishes_of

SAYING_NOTHING = frozenset({"from", "find", "public", "other"})


class ReasonForm(forms.Form):
    """Why the record should change."""

    reason = Sentences(rows=2)

    def __init__(self, typed: Texts, *, checked: bool) -> None:
        data = dict(typed) if checked else None
        super().__init__(data, initial=dict(typed), use_required_attribute=False)
        self.fields["reason"].label = _("Why should the record change?")
        self.fields["reason"].help_text = _(
            "A sentence for the reviewer. It stays in the public history of the fact."
        )
        self.fields["reason"].error_messages["required"] = _("Say why, in a sentence.")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A fault, where it stands (the id of a field, or "") and what that is called."""

    anchor: str
    label: str
    message: str

    @property
    def told(self) -> str:
        """The fault after the name of its field."""
        if not self.label:
            return self.message
        return f"{self.label}{' ' if self.label.endswith('?') else ': '}{self.message}"


class Suggestion:
    """What a form asks and holds. Only one that is `checked` finds faults."""

    def __init__(self, task: Task, typed: Typed, *, checked: bool) -> None:
        self.task = task
        self.typed = _without_blanks(typed) if checked else typed
        self.facts = [self._fact(number, texts, checked) for number, texts in self._numbered()]
        self.sources = [
            SourceForm(
                task.known,
                prefix=f"s-{number}",
                typed=texts,
                checked=checked,
                near=task.near,
                kept=task.now.get("source", "") if task.action == CORRECT else "",
                promised=task.promised,
            )
            for number, texts in enumerate(self.typed.sources if task.asks_source else ())
        ]
        self.reason = ReasonForm(self.typed.whole, checked=checked)
        self.wrong: list[Wrong] = []
        if checked:
            self._demand_source()
            self.wrong = list(self._faults())

    @property
    def in_steps(self) -> bool:
        """Whether the form may hold several facts."""
        return self.task.in_steps

    @property
    def may_add_fact(self) -> bool:
        """Whether one more step may be added."""
        return self.task.in_steps and len(self.facts) < MOST_FACTS

    @property
    def may_add_source(self) -> bool:
        """Whether another source may be added: each step may have its own."""
        return self.task.in_steps and len(self.sources) < MOST_SOURCES

    @property
    def thread(self) -> str:
        """The thread that the steps go on with; "" begins a new one."""
        chosen = self.typed.said("thread")
        return chosen if chosen in {one.key for one in self.task.threads} else ""

    def call_reason(self, label: str, help_text: str) -> None:
        """Ask for the reason in other words: a reviewer's is of another kind."""
        self.reason.fields["reason"].label = label
        self.reason.fields["reason"].help_text = help_text

    def carried(self) -> list[tuple[str, str]]:
        """What no field shows and the form sends along: keys that were made, what was seen."""
        asked = {"reason", "thread"}
        return [
            (name, text)
            for name, text in self.typed.pairs()
            if name.endswith(("-made", "-files")) or (name in WHOLE and name not in asked)
        ]

    def wishes(self, *, numbered: bool = False) -> list[WishDraft]:
        """What the form comes to, once it is checked and nothing is wrong.

        `numbered`: each wish of a fact carries its number, from 1, so that faults find its fields.
        """
        written = Written(self.task, self.typed, self.facts, self.sources, self.thread)
        return wishes_of(written, numbered=numbered)

    def files(self) -> dict[str, tuple[int, ...]]:
        """The files of the form by the keys of their sources; asked before it is sent."""
        written = Written(self.task, self.typed, self.facts, self.sources, self.thread)
        found: dict[str, tuple[int, ...]] = {}
        for said, source in zip(keys_of(written), self.sources, strict=True):
            key = said or self.task.now.get("source", "")
            if key and source.file_ids:
                found[key] = (*found.get(key, ()), *source.file_ids)
        return found

    def refuse_file(self, number: int, why: str) -> None:
        """Say why the file of a source was not taken, though nothing else is checked."""
        source = self.sources[number]
        source.refuse_file(why)
        told = Wrong(source["file"].auto_id, str(source["file"].label), why)
        if told not in self.wrong:
            self.wrong.append(told)

    def refuse(self, faults: Sequence[Fault]) -> None:
        """Put what the record refused beside the fields that it is about."""
        for fault in faults:
            number = fault.row - 1 if fault.row else 0
            form = self.facts[number] if 0 <= number < len(self.facts) else None
            if form and fault.column in form.fields:
                form.add_error(fault.column, _as_sentence(fault.reason))
            else:
                said = f"{fault.value} {fault.reason}" if fault.value else fault.reason
                self.wrong.append(Wrong("", "", _as_sentence(said)))
        self.wrong += [one for one in self._faults() if one not in self.wrong]

    def _numbered(self) -> Iterator[tuple[int, Texts]]:
        return enumerate(self.typed.facts if self.task.asks_facts else ())

    def _fact(self, number: int, texts: Texts, checked: bool) -> FactForm:
        task = self.task
        return FactForm(
            task.kind,
            task.shape,
            task.columns,
            number=number,
            typed=texts,
            checked=checked,
            around=Around(task.as_of, state_of(task.region), task.offered),
            now=task.now if task.action == CORRECT else None,
        )

    def _demand_source(self) -> None:
        """Who changes a value that a source vouches for says which one tells the new value."""
        if self.task.action != CORRECT or any(form.errors for form in (*self.facts, *self.sources)):
            return
        kind = KINDS[self.task.kind]
        changed = {column for form in self.facts for column in form.changed_cells()}
        if self.sources and not self.sources[0].said and needs_source(kind, changed):
            said = _("Say which source tells the new value: the one cited so far, or another.")
            self.sources[0].add_error("key", said)

    def _faults(self) -> Iterator[Wrong]:
        for form in (*self.facts, *self.sources, self.reason):
            of = form.title if isinstance(form, FactForm) and len(self.facts) > 1 else ""
            for name, messages in form.errors.items():
                field = form[name] if name in form.fields else None
                anchor, label = (field.auto_id, str(field.label or "")) if field else ("", "")
                label = ", ".join(filter(None, (of, label)))
                yield from (Wrong(anchor, label, str(message)) for message in messages)
        if self.task.action == CORRECT and not self._changes_anything():
            yield Wrong("", "", _("Nothing is different from what the record has: change a field."))

    def _changes_anything(self) -> bool:
        if any(form.errors for form in (*self.facts, *self.sources)):
            return True
        now = self.task.now.get("source", "")
        moved = bool(self.sources) and self.sources[0].said not in ("", now)
        return moved or any(form.changed_cells() for form in self.facts)


def _without_blanks(typed: Typed) -> Typed:
    """Steps and sources that were added and left empty are none."""
    facts = tuple(one for one in typed.facts if _says_something(one))
    used = [one for one in typed.sources if _says_something(one)]
    return Typed(facts or typed.facts[:1], tuple(used) or typed.sources[:1], typed.whole)


def _says_something(texts: Texts) -> bool:
    return any(
        text.strip()
        for name, text in texts.items()
        if name not in {"from", "find", "public", "other"}
    )


def _as_sentence(text: str) -> str:
    ends = text if text.endswith((".", "?", "!", "…")) else f"{text}."
    return f"{ends[:1].upper()}{ends[1:]}"
