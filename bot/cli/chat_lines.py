"""What a line means in `syncdoctor chat`: something to do at the terminal, or something to say."""

import re
from dataclasses import dataclass
from datetime import timedelta

UNITS = {"m": "minutes", "h": "hours", "d": "days"}
CLOCK = re.compile(r"clock \+(\d{1,4})([mhd])")
PRESS = re.compile(r"press (\d{1,3})((?: [\w.]+=.*)?)")
PAIR = re.compile(r" ([\w.]+)=(.*?)(?= [\w.]+=|$)")
USAGE = {
    "clock": "“clock” takes a time: clock +30m, clock +2h, clock +3d (four digits at most).",
    "press": "“press” takes the number of a button, and fields by name: press 1, press 2 note=please.",
}


@dataclass(frozen=True, slots=True)
class Press:
    """Press a button of the last card, as numbered from 1; inputs by their names."""

    number: int
    inputs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Forward:
    """Let the company's clock go on by this long."""

    by: timedelta


@dataclass(frozen=True, slots=True)
class SignIn:
    """Do what the last sign-in card asks for."""


@dataclass(frozen=True, slots=True)
class Say:
    """Write this to the bot."""

    text: str


@dataclass(frozen=True, slots=True)
class Misspelt:
    """Nearly something to do at the terminal; `usage` says how it is written."""

    usage: str


def meant(line: str) -> Press | Forward | SignIn | Say | Misspelt:
    """What a line asks for; what only begins like a command isn't sent to the bot."""
    if moved := CLOCK.fullmatch(line):
        return Forward(timedelta(**{UNITS[moved[2]]: int(moved[1])}))
    if pressed := PRESS.fullmatch(line):
        return Press(int(pressed[1]), dict(PAIR.findall(pressed[2])))
    if line == "sign in":
        return SignIn()
    usage = USAGE.get(line.partition(" ")[0])
    return Misspelt(usage) if usage else Say(line)
