"""What is derived from an edition is derived by one thread, for which the others wait."""

from __future__ import annotations

from threading import Barrier, Event, Thread
from time import sleep

import pytest

from jurisdictions.read.kept_once import kept_once


def test_threads_that_want_the_same_at_once_have_it_derived_once() -> None:
    derived: list[int] = []
    together = Barrier(4)

    @kept_once(maxsize=2)
    def double(number: int) -> int:
        derived.append(number)
        sleep(0.05)
        return 2 * number

    got: list[int] = []

    def ask() -> None:
        together.wait(10)
        got.append(double(21))

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert got == [42] * 4
    assert derived == [21]


def test_who_wants_something_else_does_not_wait() -> None:
    goes_on = Event()

    @kept_once(maxsize=2)
    def named(name: str) -> str:
        if name == "slow":
            assert goes_on.wait(10)
        return name.upper()

    slow = Thread(target=named, args=["slow"])
    slow.start()
    assert named("quick") == "QUICK"
    goes_on.set()
    slow.join(10)
    assert not slow.is_alive()


def test_a_failure_is_told_and_not_kept() -> None:
    tried: list[str] = []

    @kept_once(maxsize=2)
    def fails_once(name: str) -> str:
        tried.append(name)
        if len(tried) == 1:
            raise OSError(name)
        return name

    with pytest.raises(OSError, match="a"):
        fails_once("a")
    assert fails_once("a") == "a"
    assert fails_once("a") == "a"
    assert len(tried) == 2


def test_so_many_are_kept_and_all_can_be_forgotten() -> None:
    derived: list[int] = []

    @kept_once(maxsize=2)
    def same(number: int) -> int:
        derived.append(number)
        return number

    for number in (1, 2, 1, 3, 2):
        assert same(number) == number
    assert derived == [1, 2, 3, 2]
    same.cache_clear()
    same(2)
    assert derived == [1, 2, 3, 2, 2]
