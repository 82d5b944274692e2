"""NumPy, SciPy and scikit-learn, which only training needs; untyped here, as sparse matrices have no types anyway."""

from importlib import import_module
from typing import Any

numpy: Any = import_module("numpy")
sparse: Any = import_module("scipy.sparse")
optimize: Any = import_module("scipy.optimize")
machine: Any = import_module("sklearn.svm")
