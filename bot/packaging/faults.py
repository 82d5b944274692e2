"""What is raised when Teams would refuse the package."""


class BadManifest(Exception):
    """The package can't be made; `faults` has one line per fault, each naming the place."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults
