"""Odd values for parts of addresses, parameters, fields and headers."""

from __future__ import annotations

from random import Random

MARK = "<fuzz'\">"
"""Nothing that is markup may come back as it was sent."""
ELSEWHERE = "evil.example"
"""A host that is nobody's: no answer may lead there or name it."""
DAYS = (
    *("0000-00-00", "9999-12-31", "10000-01-01", "2010-02-30", "2010-13-01", "1582-10-10"),
    *("0001-01-01", "-001-01-01", "2010-02", "2010", "20100201", "2010-W05-1", "٢٠١٠-٠٢-٠١"),
    *("2010-02-01T00:00:00Z", "2010-02-01,2011-02-30", "2010-2-1", " 2010-02-01 ", "today"),
)
NUMBERS = (
    *("0", "-1", "-0", "+1", "1e3", "1e999", "NaN", "Infinity", "0x10", "1_000", "٣", "1.5"),
    *("9" * 19, "9223372036854775808", "2147483648", "9" * 400, "9" * 5000, "00000000001", "½"),
)
SIGNS = (
    *(
        "",
        " ",
        "\0",
        "a\0b",
        "\r\nX-Injected: yes",
        "\n",
        "\t",
        "\x7f",
        "\u202e",
        "\ufeff",
        "\ufffd",
    ),
    *("%", "%00", "%zz", "%25%30%30", "\\", "\\\\", "/", "//", "../../../../etc/passwd", "..%2f"),
    *(
        "'",
        "' OR '1'='1",
        '"',
        "`",
        ";",
        "--",
        "${7*7}",
        "{{7*7}}",
        "{% debug %}",
        "%s%n%(x)s",
        "*",
    ),
    *("=1+1", "@SUM(1)", "-1+1", "+1", "|", "🦊", "é" * 300, "\u0301" * 300, "İı", "ß"),
    *(MARK, f"<script>{MARK}</script>", f'" onload="{MARK}', f"javascript:{MARK}", f"'{MARK}"),
    *(f"//{ELSEWHERE}/", f"https://{ELSEWHERE}/", f"/\\{ELSEWHERE}", f"https:{ELSEWHERE}"),
    *(
        "a" * 10_000,
        "[" * 5_000,
        "," * 5_000,
        "a," * 2_000,
        "null",
        "true",
        "undefined",
        "[]",
        "{}",
    ),
)
RAW = (
    b"%ff",
    b"%ed%a0%80",
    b"%c0%af",
    b"%80%80%80",
    b"%",
    b"%u0041",
    b"\xff\xfe",
    b"%00",
    b"+",
    b"&=&",
)
"""As they stand in the address, not to be encoded."""
GOOD = (
    *("2010-06-08", "2011-08-05", "17", "17089", "06075", "48", "US", "IL", "CA", "1", "2", "20"),
    *("es", "en", "csv", "json", "xlsx", "geojson", "svg", "png", "pdf", "long", "wide", "on"),
    *(
        "activation",
        "opt_out",
        "county",
        "state",
        "status",
        "name",
        "opted-out",
        "secure-communities",
    ),
    *("287g", "Kane", "60608", "illinois", "participating", "ilchron", "created", "pending", "all"),
    *("/secure-communities/", "http://testserver/embed/secure-communities/map/", "xml"),
)


def odd(random: Random) -> str:
    """A value that nobody would write on purpose, or one that somebody would."""
    pool = random.choice((DAYS, NUMBERS, SIGNS, SIGNS, GOOD, GOOD))
    value = random.choice(pool)
    return value + random.choice(SIGNS) if random.random() < 0.1 else value
