"""Requests of people who aren't Teams: each answered 401 or worse, on one connection as long as the bot keeps it."""

import asyncio
from collections.abc import Mapping

HEAD = "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"


def request(headers: str, body: bytes = b"{}") -> bytes:
    """One HTTP request."""
    return f"{HEAD}{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body


STRANGERS: Mapping[str, bytes] = {
    "says nothing": request(""),
    "invents a token": request("Authorization: Bearer x.y.z\r\n"),
    "sends a long token": request(f"Authorization: Bearer {'x' * 7_000}\r\n"),
    "sends 200 KB": request("Authorization: Bearer x.y.z\r\n", b"x" * 200_000),
}
DROPPED = request("", b"x" * 1_000_000)
"""Too big to be read to its end, so the connection is dropped, and the next one has to be taken."""


async def refused(port: int, sent: bytes, times: int) -> None:
    """Send it so often, each time when the last was answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(times):
        writer.write(sent)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            head = b" 401 \r\nconnection: close"
        if head.split(b" ", 2)[1][:1] != b"4":
            raise RuntimeError("a stranger was let in")
        said = [line.partition(b":") for line in head.lower().split(b"\r\n")]
        length = next((int(value) for name, _, value in said if name == b"content-length"), 0)
        closing = b"connection: close" in head.lower()
        if length and not closing:
            await reader.readexactly(length)
        if closing:
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
