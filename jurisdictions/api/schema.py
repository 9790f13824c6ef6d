"""The API's own description: the OpenAPI schema, and the page to read it and try it on."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.hooks import postprocess_schema_enums
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.settings import patched_settings, spectacular_settings
from rest_framework.request import Request
from rest_framework.response import Response

from jurisdictions.api.answering import OpenView
from jurisdictions.api.parameters import language_of, refuse_unknown
from jurisdictions.api.programs import in_order, shapes_of
from jurisdictions.api.rendering import PlainJSONRenderer


class SchemaView(OpenView):
    """OpenAPI 3 as JSON, or as YAML to a reader who accepts application/vnd.oai.openapi."""

    schema = None
    renderer_classes = [PlainJSONRenderer, OpenApiJsonRenderer, OpenApiYamlRenderer]

    def get(self, request: Request) -> Response:
        """The schema in the language that `lang` names."""
        refuse_unknown(request.query_params, ("lang",))
        self.spend()
        answer = Response(schema_in(language_of(request.query_params)))
        answer["Cache-Control"] = "public, max-age=3600"
        return answer


@lru_cache(maxsize=8)
def schema_in(language: str) -> dict[str, Any]:
    """The schema, made once per language: it changes with the code only."""
    with translation.override(language):
        schema: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return schema


def name_vocabularies(result: dict[str, Any], generator: Any, **_given: object) -> dict[str, Any]:
    """Give each vocabulary its name: those of all programs in settings, the others by the program.

    drf-spectacular's own hook finds the vocabularies; it asks the settings for their names.
    """
    names = dict(spectacular_settings.ENUM_NAME_OVERRIDES)
    for shapes in map(shapes_of, in_order()):
        names |= shapes.ENUMS
    with patched_settings({"ENUM_NAME_OVERRIDES": names}):
        named: dict[str, Any] = postprocess_schema_enums(result, generator)
    return named


def say_that_empty_is_absent(result: dict[str, Any], **_given: object) -> dict[str, Any]:
    """Every parameter that may be absent may be empty: the last touch to a generated schema.

    An answer in the words of one program or another may fit both: of a row with few members.
    """
    for shape in result["components"]["schemas"].values():
        if "oneOf" in shape:
            shape["anyOf"] = shape.pop("oneOf")
    for operations in result["paths"].values():
        for operation in operations.values():
            for parameter in operation["parameters"]:
                if parameter["in"] == "query" and not parameter.get("required"):
                    parameter["allowEmptyValue"] = True
    return result
