"""Where the local server listens, and what is said when it cannot."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jurisdictions.management import address as module
from jurisdictions.management import processes
from jurisdictions.management.address import (
    Address,
    AddressRefused,
    address_from,
    refuse_if_taken,
)


def test_without_a_word_it_is_port_8000_of_this_machine() -> None:
    assert address_from({}) == Address("127.0.0.1", 8000)
    assert address_from({"PORT": "", "HOST": ""}) == Address("127.0.0.1", 8000)


def test_port_and_host_are_honoured() -> None:
    address = address_from({"PORT": "9001", "HOST": "0.0.0.0"})  # noqa: S104
    assert address.bind == "0.0.0.0:9001"
    assert address.url == "http://127.0.0.1:9001/"


def test_an_address_of_six_parts_is_bracketed() -> None:
    assert address_from({"HOST": "::1"}).url == "http://[::1]:8000/"


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "80 80", "8000.0", "٨٠٠٠"])
def test_a_port_that_is_none_is_said_plainly(port: str) -> None:
    with pytest.raises(AddressRefused, match=r"write a number from 1 to 65535"):
        address_from({"PORT": port})


def test_a_taken_port_is_said_plainly_and_another_offered() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(AddressRefused, match=rf"Port {port} is taken.*PORT={port + 1} "):
            refuse_if_taken(Address("127.0.0.1", port))


def test_a_free_port_is_left_free() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    refuse_if_taken(Address("127.0.0.1", port))
    with socket.socket() as server:
        server.bind(("127.0.0.1", port))


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(AddressRefused, match="Cannot listen on"):
        refuse_if_taken(Address("192.0.2.1", 8000))


def test_a_socket_that_systemd_listens_at_is_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        monkeypatch.setattr(module, "FIRST_HANDED_OVER", os.dup(listening.fileno()))
        told = {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
        for lacking in ({}, {**told, "LISTEN_PID": "1"}, {**told, "LISTEN_FDS": "2"}):
            assert module.handed_over(lacking) is None
        taken = module.handed_over(told)
        assert taken
        with taken:
            assert taken.getsockname() == listening.getsockname()


def test_processes_are_started_from_the_code_that_stands_at_that_moment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for release in ("one", "two"):
        (tmp_path / release).mkdir()
    link = tmp_path / "code"
    link.symlink_to(tmp_path / "one")
    monkeypatch.setenv("CODE_DIR", str(link))
    started: list[Any] = []
    noting = SimpleNamespace(start=lambda name, command, keeps: started.append(command))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        processes.start_web(noting, listening)  # type: ignore[arg-type]
        assert str(tmp_path / "one" / "manage.py") in started[0]()
        link.unlink()
        link.symlink_to(tmp_path / "two")
        assert str(tmp_path / "two" / ".venv" / "bin" / "python") in started[0]()
        monkeypatch.delenv("CODE_DIR")
        assert sys.executable in started[0]()
