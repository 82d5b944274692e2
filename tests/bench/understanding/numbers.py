"""NumPy and SciPy, which only training needs; untyped here because their sparse matrices have no types anyway."""

from importlib import import_module
from typing import Any

numpy: Any = import_module("numpy")
sparse: Any = import_module("scipy.sparse")
optimize: Any = import_module("scipy.optimize")
