"""Small drawn pictures, made by `tests/cards/draw` and shipped as they are: icons, chains, steps."""
