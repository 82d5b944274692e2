"""What every benchmark reports: a measurement beside its reference, and whether their ratio is good enough."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Row:
    """One line: `ratio` must be at most, or at least, `target` if there is one; `ours` and `reference` carry units."""

    what: str
    ours: str
    reference: str
    ratio: float
    target: float | None
    want: Literal["at most", "at least"] = "at most"

    @property
    def ok(self) -> bool:
        """Whether the target is met, if there is one."""
        if self.target is None:
            return True
        return self.ratio <= self.target if self.want == "at most" else self.ratio >= self.target

    @property
    def cells(self) -> tuple[str, ...]:
        """As shown."""
        if self.target is None:
            return self.what, self.ours, self.reference, f"{self.ratio:.3g}", "", ""
        sign = "≤" if self.want == "at most" else "≥"
        verdict = "ok" if self.ok else "MISSED"
        return self.what, self.ours, self.reference, f"{self.ratio:.3g}", f"{sign} {self.target:g}", verdict


HEADINGS = ("what", "ours", "reference", "ratio", "target", "")


def show(rows: Iterable[Row]) -> None:
    """Print them as one table."""
    cells = [HEADINGS, *(row.cells for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    for line in cells:
        text = "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        sys.stdout.write(f"{text.rstrip()}\n")
