"""What every record of a dossier is: frozen, and closed to fields that it does not know."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core.core_schema import CoreSchema


class Record(BaseModel):
    """A line or entry of a dossier file: frozen, and nothing beyond its fields is accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Lay out the attributes before any record is made, so that those made by hand share their names.

        Python shares up to thirty of a class, in the order in which its first object got them.
        """
        first = object.__new__(cls)
        for name in cls.model_fields:
            object.__setattr__(first, name, None)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        """The schema with what each field means."""
        schema = handler(core_schema)
        properties: dict[str, Any] = handler.resolve_ref_schema(schema).get("properties", {})
        for name, meaning in field_meanings(cls).items():
            shown = cls.model_fields[name].alias or name
            if shown in properties:
                properties[shown]["description"] = meaning
        return schema


@cache
def field_meanings(model: type[Record]) -> dict[str, str]:
    """What each field of a record means that says so in a text below it, by its name.

    pydantic can read these texts too, with `use_attribute_docstrings`, but does it for every record when
    it is imported: a tenth of what the first page waits for.
    """
    parents = [one for one in reversed(model.__mro__) if issubclass(one, Record) and one is not Record]
    return {name: words for one in parents for name, words in _texts_below(one)}


def _texts_below(model: type[Record]) -> list[tuple[str, str]]:
    """The names of the fields of a class that have a text below them, with the text.

    None of a class that is made of the fields of another one, which have their meaning in themselves.
    """
    try:
        source = inspect.getsource(model)
    except OSError:
        return []
    (described,) = ast.parse(textwrap.dedent(source)).body
    assert isinstance(described, ast.ClassDef)
    return [
        (field.target.id, inspect.cleandoc(below.value.value))
        for field, below in pairwise(described.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    ]
