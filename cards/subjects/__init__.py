"""Which object is meant: asking for it, offering those that fit, saying that there is none."""
