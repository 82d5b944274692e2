"""What Teams is told about the bot: a template of its manifest, its Danish words and its icons."""

from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDER: Traversable = files(__name__)
"""Holds manifest.json (with `{{APP_ID}}`, `{{HOST}}` and `{{VERSION}}` to fill in), da.json, color.png, outline.png."""
