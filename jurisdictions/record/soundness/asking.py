"""All that is asked of the record, in order: what the next question rests on comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from jurisdictions.record.soundness.facts import faults_of_facts
from jurisdictions.record.soundness.files import faults_of_files
from jurisdictions.record.soundness.proposed import faults_of_proposals
from jurisdictions.record.soundness.published import faults_of_editions
from jurisdictions.record.soundness.stored import faults_of_stored
from jurisdictions.record.soundness.tables import faults_of_file, faults_of_tables
from jurisdictions.record.soundness.unsound import Unsound, guarded
from jurisdictions.record.soundness.versions import (
    faults_of_agencies,
    faults_of_citations,
    faults_of_places,
    faults_of_versions,
)

Question: TypeAlias = Callable[[], Iterator[Unsound]]
QUESTIONS: tuple[Question, ...] = (
    faults_of_file,
    faults_of_stored,
    faults_of_tables,
    faults_of_versions,
    faults_of_facts,
    faults_of_citations,
    faults_of_places,
    faults_of_agencies,
    faults_of_proposals,
    faults_of_files,
    faults_of_editions,
)


def faults_of_record() -> Iterator[Unsound]:
    """Everything that is wrong. What cannot even be read is told, and the other questions asked."""
    for question in QUESTIONS:
        yield from guarded(question.__name__.removeprefix("faults_of_"), question())
