"""Tables whose rows stand as cards on a phone: every cell knows its column, and stays a cell."""

from __future__ import annotations

from django.template import Context, Template

TABLE = """{% load tables %}{% cards %}<div class="scroll"><table class="x">
<thead><tr><th scope="col"><a href="/?a=1&amp;b=2">Agency</a></th><th>As <b>"said"</b>
 &amp; done</th></tr></thead>
<tbody><tr><th scope="row">{{ name }}</th><td class="long">{{ said }}</td></tr></tbody>
</table></div>{% endcards %}"""


def marked(template: str = TABLE, **told: str) -> str:
    return Template(template).render(Context(told))


def test_every_cell_names_its_column_as_the_head_does() -> None:
    told = marked(name="Police", said="yes")
    assert '<td role="cell" data-column="As &quot;said&quot; &amp; done" class="long">yes' in told


def test_every_part_of_the_table_keeps_its_role() -> None:
    told = marked(name="Police", said="yes")
    for part in (
        '<table role="table" class="x">',
        '<thead role="rowgroup">',
        '<tbody role="rowgroup">',
        '<tr role="row">',
        '<th role="columnheader" scope="col">',
        '<th role="rowheader" scope="row">',
    ):
        assert part in told, part


def test_what_a_cell_says_stays_escaped() -> None:
    told = marked(name='<td class="x">', said="<th>")
    assert "&lt;td class=&quot;x&quot;&gt;" in told
    assert "&lt;th&gt;" in told
    assert told.count('role="cell"') == 1


def test_a_second_table_has_columns_of_its_own() -> None:
    second = "<table><thead><tr><th>B</th></tr></thead><tbody><tr><td>2</td></tr></tbody></table>"
    told = marked(
        "{% load tables %}{% cards %}" + second.replace("B", "A") + second + "{% endcards %}"
    )
    assert '<td role="cell" data-column="A">2' in told
    assert '<td role="cell" data-column="B">2' in told
