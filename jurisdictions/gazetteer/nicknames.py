"""Other names of places that no list of post offices has, in English and Spanish."""

from __future__ import annotations

from collections.abc import Mapping

from jurisdictions.gazetteer.words import key_of_text

_FIVE_BOROUGHS = "36061 36047 36081 36005 36085"
_WRITTEN: Mapping[str, str] = {
    "NYC; New York City; City of New York; Nueva York; Ciudad de Nueva York; the five boroughs; "
    "five boroughs; NYPD; New York Police Department": _FIVE_BOROUGHS,
    "Manhattan; Harlem; New York, Manhattan": "36061",
    "Brooklyn; BK": "36047",
    "Queens; Reinas": "36081",
    "The Bronx; Bronx; El Bronx; Rikers Island": "36005",
    "Staten Island; Isla de Staten": "36085",
    "Long Island": "36103 36059",
    "LA; L.A.; LA County; L.A. County; LAPD; LASD; Los Ángeles": "06037",
    "SF; San Fran; SFPD": "06075",
    "OC": "06059",
    "Inland Empire": "06071 06065",
    "East Bay": "06001 06013",
    "Silicon Valley": "06085",
    "Washington; DC; D.C.; Washington DC; Washington, D.C.; Washington D C; Ciudad de Washington; "
    "Washington City; the District; Distrito de Columbia": "11001",
    "Philly; Filadelfia; Philadelphia City": "42101",
    "NOLA; Nueva Orleans; Nueva Orleáns; N. Orleans": "22071",
    "Chicagoland; CPD": "17031",
    "Vegas": "32003",
    "Dade; Dade County; Metro Dade; Metro-Dade": "12086",
    "Cayo Hueso": "12087",
    "PG County; P.G. County; Prince Georges Co": "24033",
    "Mat-Su; Mat Su; Mat-Su Borough; Mat Su Borough": "02170",
    "Jeff Davis; Jeff Davis Parish": "22053",
    "E. Baton Rouge; E Baton Rouge Parish": "22033",
    "W. Baton Rouge; W Baton Rouge Parish": "22121",
    "San Agustín": "12109",
    "ATL": "13121",
    "Jax": "12031",
    "Indy": "18097",
    "Nashville Davidson; Nashville-Davidson; Metro Nashville": "47037",
    "Louisville Jefferson; Louisville Metro": "21111",
    "Lexington Fayette": "21067",
    "Augusta Richmond": "13245",
    "Athens Clarke": "13059",
    "Columbus Muscogee": "13215",
    "Macon Bibb": "13021",
    "Butte Silver Bow": "30093",
    "Anaconda Deer Lodge": "30023",
    "DFW; Dallas Fort Worth": "48113 48439",
    "Twin Cities": "27053 27123",
    "Big Island; Hawaii Island; Isla Grande": "15001",
    "Oahu; Oʻahu": "15003",
    "Kauai; Kauaʻi": "15007",
    "Maui": "15009",
    "Saint Thomas; St. Thomas; Santo Tomás": "78030",
    "Saint John; St. John": "78020",
    "Saint Croix; St. Croix; Santa Cruz": "78010",
}


def _by_key() -> dict[str, tuple[str, ...]]:
    return {
        key_of_text(name): tuple(geoids.split())
        for names, geoids in _WRITTEN.items()
        for name in names.split(";")
    }


NICKNAMES = _by_key()
"""The key of a name -> its places, the main one first."""
