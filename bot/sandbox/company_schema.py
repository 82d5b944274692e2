"""The JSON Schema of a company file, made from the models so that an editor helps whoever writes one.

`python -m bot.sandbox.company_schema > bot/sandbox/companies/company.schema.json`
"""

import json
import sys
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from bot.sandbox.company import Company


class _Strict(GenerateJsonSchema):
    """Pydantic's schema without titles that repeat the keys, and with dictionaries closed to other keys."""

    schema_dialect = "https://json-schema.org/draft/2020-12/schema"

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        if "patternProperties" in made:
            made["additionalProperties"] = False
        return made

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        return {"$schema": self.schema_dialect, **super().generate(schema, mode)}


def company_schema() -> str:
    """The schema as JSON text, indented, with a newline at the end; 2020-12."""
    schema = Company.model_json_schema(by_alias=True, schema_generator=_Strict)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(company_schema())
