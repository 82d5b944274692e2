"""What may be kept: ids and words of ours. Names and addresses have blanks and at-signs."""

import re

_ONE = r"[A-Za-z0-9_.:-]{1,200}"
WORD = re.compile(_ONE)
IDS = re.compile(rf"(?:{_ONE}(?:,{_ONE}){{0,99}})?")
"""An id, several of them joined by commas, or none."""
