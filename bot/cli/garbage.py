"""The garbage collector, set for a server."""

import gc

YOUNG, MIDDLE, OLD = 50_000, 20, 100


def calm() -> None:
    """Leave what start-up made alone and look less often: a turn makes few cycles, and a full collection stalls it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
