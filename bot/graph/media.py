"""Bytes in an answer of Graph's: a part of a batch carries them as base64, its headers what they are.

https://learn.microsoft.com/graph/json-batching#response-format
"""

import base64
from typing import Any

from bot.graph.batch import Answer, header

LARGEST = 4 * 1024 * 1024
"""Bytes of a photo at most: https://learn.microsoft.com/graph/api/profilephoto-update"""


def media(answer: Answer) -> dict[str, Any]:
    """The fields of a `Media`. Raises `ValueError` for what isn't base64, and for more than `LARGEST` bytes."""
    body: object = answer.body
    if not isinstance(body, str) or len(body) > LARGEST * 4 // 3 + 4:
        raise ValueError("no bytes, or too many")
    return {
        "content": base64.b64decode(body, validate=True),
        "content_type": header(answer.headers, "content-type") or "",
        "etag": header(answer.headers, "etag") or "",
    }
