import base64

import pytest

from bot.graph.claims_challenge import claims_in

CLAIMS = '{"access_token": {"acrs": {"essential": true, "value": "c1"}}}'
ENCODED = base64.b64encode(CLAIMS.encode()).decode()


@pytest.mark.parametrize(
    "challenge",
    [
        f'Bearer realm="", error="insufficient_claims", claims="{ENCODED}"',
        f'Bearer claims="{ENCODED}", error="insufficient_claims"',
        f'Bearer error="insufficient_claims", claims="{ENCODED.rstrip("=")}"',
    ],
    ids=["as Graph writes it", "in another order", "unpadded"],
)
def test_the_claims_are_decoded(challenge: str) -> None:
    assert claims_in(["Bearer realm=other", challenge]) == CLAIMS


@pytest.mark.parametrize(
    "challenges",
    [
        [],
        [""],
        ['Bearer error="invalid_token"'],
        ['Bearer error="insufficient_claims"'],
        [f'Bearer error="invalid_token", claims="{ENCODED}"'],
        ['Bearer error="insufficient_claims", claims="/w=="'],
        ['Bearer error="insufficient_claims", claims="a"'],
    ],
)
def test_anything_else_brings_none(challenges: list[str]) -> None:
    assert claims_in(challenges) is None
