"""Two equal-area projections of the sphere, in radians: y grows downwards, as in a picture."""

from collections.abc import Callable
from math import cos, pi, radians, sin, sqrt
from typing import TypeAlias

Projection: TypeAlias = Callable[[float, float], tuple[float, float]]


def _longitude_from(origin: float, longitude: float) -> float:
    """Return the difference in radians, the short way round, so that the Aleutians stay whole."""
    return (radians(longitude - origin) + pi) % (2 * pi) - pi


def conic(meridian: float, south: float, north: float) -> Projection:
    """Albers' equal-area conic with two standard parallels (Snyder 1987, page 98), in degrees."""
    sine = sin(radians(south))
    cone = (sine + sin(radians(north))) / 2
    constant = cos(radians(south)) ** 2 + 2 * cone * sine

    def project(longitude: float, latitude: float) -> tuple[float, float]:
        radius = sqrt(constant - 2 * cone * sin(radians(latitude))) / cone
        angle = cone * _longitude_from(meridian, longitude)
        return radius * sin(angle), radius * cos(angle)

    return project


def azimuthal(meridian: float, parallel: float) -> Projection:
    """Lambert's azimuthal equal-area around a centre in degrees (Snyder 1987, page 185)."""
    sine, cosine = sin(radians(parallel)), cos(radians(parallel))

    def project(longitude: float, latitude: float) -> tuple[float, float]:
        angle, height = _longitude_from(meridian, longitude), radians(latitude)
        towards = sine * sin(height) + cosine * cos(height) * cos(angle)
        factor = sqrt(2 / (1 + towards))
        north = cosine * sin(height) - sine * cos(height) * cos(angle)
        return factor * cos(height) * sin(angle), -factor * north

    return project
