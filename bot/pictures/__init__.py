"""Photos as pixels: two of them compared, one made ready for Graph, one small enough for a card.

Pillow is loaded with the first picture, so only `bot.pictures.darkroom` is imported by others.
"""
