"""The broker of files: a message is whole or not there, whoever looks, whenever."""

from __future__ import annotations

import shutil
from json import JSONDecodeError
from pathlib import Path
from queue import Empty
from threading import Event, Thread

import pytest
from kombu import Connection
from kombu.exceptions import ChannelError, OperationalError

from tracker import file_broker
from tracker.file_broker import Transport, patiently


def connection(folder: Path) -> Connection:
    for part in ("messages", "control"):
        (folder / part).mkdir(exist_ok=True)
    return Connection(
        "filesystem://localhost",
        transport=Transport,
        transport_options={
            "data_folder_in": str(folder / "messages"),
            "data_folder_out": str(folder / "messages"),
            "control_folder": str(folder / "control"),
        },
    )


def test_messages_come_out_as_they_went_in(tmp_path: Path) -> None:
    with connection(tmp_path) as broker, broker.SimpleQueue("letters") as queue:
        for number in range(3):
            queue.put({"number": number, "said": "año"})
        got = []
        for _ in range(3):
            message = queue.get(timeout=5)
            message.ack()
            got.append(message.payload)
    assert sorted(letter["number"] for letter in got) == [0, 1, 2]
    assert {letter["said"] for letter in got} == {"año"}


def test_a_reader_never_finds_half_a_message(tmp_path: Path) -> None:
    over = Event()
    broken: list[str] = []

    def look() -> None:
        while not over.is_set():
            texts = (path.read_text() for path in (tmp_path / "messages").glob("*.msg"))
            broken.extend(text for text in texts if not text.endswith("}"))

    with connection(tmp_path) as broker, broker.SimpleQueue("parcels") as queue:
        reader = Thread(target=look)
        reader.start()
        for number in range(300):
            queue.put({"number": number, "padding": "x" * 5000})
        over.set()
        reader.join()
        assert queue.qsize() == 300
    assert broken == []


def test_a_table_that_is_being_written_is_looked_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(file_broker, "PAUSE", 0)
    answers = iter([JSONDecodeError("empty", "", 0), JSONDecodeError("empty", "", 0), "table"])

    def look() -> str:
        answer = next(answers)
        if isinstance(answer, JSONDecodeError):
            raise answer
        return answer

    assert patiently(look) == "table"


def test_a_table_that_stays_broken_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_broker, "PAUSE", 0)

    def look() -> str:
        raise JSONDecodeError("empty", "", 0)

    with pytest.raises(JSONDecodeError):
        patiently(look)


def test_folders_that_were_deleted_are_made_again_and_nothing_is_lost(tmp_path: Path) -> None:
    with connection(tmp_path) as broker, broker.SimpleQueue("cards") as queue:
        queue.put({"number": 1})
        queue.get(timeout=5).ack()
        for part in ("messages", "control"):
            shutil.rmtree(tmp_path / part)
        with pytest.raises(Empty):
            queue.get(timeout=0.3)
        shutil.rmtree(tmp_path / "messages", ignore_errors=True)
        shutil.rmtree(tmp_path / "control", ignore_errors=True)
        queue.put({"number": 2})
        message = queue.get(timeout=5)
        message.ack()
        assert message.payload == {"number": 2}


def test_a_message_that_cannot_be_written_is_refused_as_the_brokers_fault(tmp_path: Path) -> None:
    with connection(tmp_path) as broker, broker.SimpleQueue("leaflets") as queue:
        shutil.rmtree(tmp_path / "messages")
        (tmp_path / "messages").write_text("no folder")
        with pytest.raises((ChannelError, OperationalError)):
            queue.put({"number": 1})
