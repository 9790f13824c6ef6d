"""Tables whose rows stand as cards on a phone: every cell knows its column, and stays a cell."""

from __future__ import annotations

from django.template import Context, Template

from jurisdictions.web.site.cards import CardTable, Column

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


def test_a_table_written_without_a_template_is_marked_alike() -> None:
    columns = [Column("Day"), Column('<span class="swatch"></span>As "said"', "number")]
    table = CardTable(columns, caption="Both")
    written = table.html([table.row(["2010", "1"]), table.row(["2011", "2"], ' id="x"')])
    plain = (
        '<table><caption>Both</caption><thead><tr><th scope="col">Day</th>'
        '<th scope="col" class="number"><span class="swatch"></span>As "said"</th></tr></thead>'
        '<tbody><tr><th scope="row">2010</th><td class="number">1</td></tr>'
        '<tr id="x"><th scope="row">2011</th><td class="number">2</td></tr></tbody></table>'
    )
    of_template = marked("{% load tables %}{% cards %}" + plain + "{% endcards %}")
    assert written == of_template


def test_rows_without_a_heading_of_their_own_begin_with_a_cell() -> None:
    table = CardTable([Column("From"), Column("Status")], named=False)
    assert table.row(["2010", "Active"]) == (
        '<tr role="row"><td role="cell" data-column="From">2010</td>'
        '<td role="cell" data-column="Status">Active</td></tr>'
    )
