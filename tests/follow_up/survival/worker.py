"""One process that follows things up until it is killed.

Run: python -m tests.follow_up.survival.worker DATABASE_URL RECIPIENT_URL LEASE_SECONDS asks|trusts
"""

import asyncio
import sys
from datetime import timedelta

import aiohttp

from bot.clock import SystemClock
from bot.follow_up import Again, Kind, Tell, nobody_knows
from bot.follow_up_loop import FollowUps
from bot.store.database import Database
from bot.store.follow_ups import FollowUp, StoredFollowUps

KIND = "tell"
LOOKING_SECONDS = 0.01


async def main(url: str, recipient: str, lease: timedelta, *, asks: bool) -> None:
    """Look twice at each, then tell; `asks` whether the recipient can be asked what came."""
    async with aiohttp.ClientSession() as http:

        async def send(key: str) -> str:
            async with http.post(f"{recipient}/{key}") as answer:
                return await answer.text()

        async def arrived(key: str) -> bool:
            async with http.get(f"{recipient}/{key}") as answer:
                return answer.status == 200

        async def look(held: FollowUp) -> Again | Tell:
            await asyncio.sleep(LOOKING_SECONDS)
            if not held.state:
                return Again(held.due_at, {"looked": True})
            return Tell(send, arrived if asks else nobody_knows)

        stored = StoredFollowUps(Database.open(url), lease)
        await FollowUps(stored, SystemClock(), {KIND: Kind(look)}).run()


if __name__ == "__main__":
    seconds = timedelta(seconds=float(sys.argv[3]))
    asyncio.run(main(sys.argv[1], sys.argv[2], seconds, asks=sys.argv[4] == "asks"))
