"""Draws `cards/pictures/*.png`: `uv run python -m tests.cards.draw` in a checkout that has a Chromium.

One file does for every theme: the ground is transparent, words stand in boxes of their own, and whatever stands beside
a box has a colour that can be told from white and from Teams' dark grey (3:1 at least).
"""
