"""What stands beside each other on a wide screen: in line, apart, and whole."""

from __future__ import annotations

from tests.browser.conftest import OpenPage

LINES = "all => all.map(one => one.getClientRects().length)"
EDGES = "all => all.map(one => Math.round(one.getBoundingClientRect().left))"


def test_what_an_act_was_does_not_run_under_the_way_to_its_history(open_page: OpenPage) -> None:
    page = open_page("/es/secure-communities/policy/", width=1280)
    collisions = page.locator(".fact").evaluate_all(
        """facts => facts.filter((fact) => {
          const words = document.createRange();
          words.selectNodeContents(fact.querySelector(".fact-word"));
          const [head, ways] = [words, fact.querySelector(".fact-ways a")].map(
            (one) => one.getBoundingClientRect());
          return head.right > ways.left && head.bottom > ways.top;
        }).map((fact) => fact.id)"""
    )
    assert collisions == []


def test_the_day_of_an_act_takes_one_line(open_page: OpenPage) -> None:
    page = open_page("/es/secure-communities/policy/", width=1280)
    lines = page.locator(".fact-date a").evaluate_all(LINES)
    assert set(lines) == {1}


def test_the_notes_of_a_report_stand_apart(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/requests/arlington-2010/", width=1280)
    gaps = page.locator(".note + .note").evaluate_all(
        """all => all.map(one => one.getBoundingClientRect().left
             - one.previousElementSibling.getBoundingClientRect().right)"""
    )
    assert gaps
    assert min(gaps) >= 2


def test_the_files_of_a_page_stand_in_columns_whatever_they_are_called(
    open_page: OpenPage,
) -> None:
    page = open_page("/secure-communities/jurisdictions/?state=DC")
    sizes = page.locator(".take-size").evaluate_all(EDGES)
    assert len(sizes) > 3
    assert len(set(sizes)) == 1
