"""A kind of import contract that names what may be imported: whatever is new has to be let in by somebody.

Import Linter reads it: https://import-linter.readthedocs.io/en/stable/custom_contract_types/
"""

from collections.abc import Iterable, Mapping
from sys import stdlib_module_names as stdlib
from typing import ClassVar, cast

import grimp
from importlinter import Contract, ContractCheck, fields, output


class AllowList(Contract):
    """The modules in `source` import themselves, the standard library, and what is `allowed`: nothing else directly."""

    type_name: ClassVar[str] = "allow_list"
    source = fields.StringField()
    allowed = fields.ListField(subfield=fields.StringField())

    def check(self, graph: grimp.ImportGraph, verbose: bool) -> ContractCheck:
        """Every import that nobody has allowed."""
        source = str(self.source)
        strangers = strangers_in(graph, source, [source, *cast(Iterable[str], self.allowed)])
        return ContractCheck(kept=not strangers, metadata={"strangers": strangers})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name them, with who imports them."""
        for importer, imported in cast(Mapping[str, list[str]], check.metadata["strangers"]).items():
            output.print_error(f"{importer} imports {', '.join(imported)}")


def strangers_in(graph: grimp.ImportGraph, source: str, allowed: Iterable[str]) -> dict[str, list[str]]:
    """Module of `source` → what it imports outside of `allowed` and the standard library."""
    known = tuple(allowed)
    found = {
        importer: sorted(
            imported
            for imported in graph.find_modules_directly_imported_by(importer)
            if imported.partition(".")[0] not in stdlib and not within(imported, known)
        )
        for importer in sorted({source} | graph.find_descendants(source))
    }
    return {importer: imported for importer, imported in found.items() if imported}


def within(module: str, packages: Iterable[str]) -> bool:
    """Whether it is one of these or stands below one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)
