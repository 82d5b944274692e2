"""The parts of the answer card, in the order people read them."""
