"""The proof that the database takes writes."""

from storage.database import Storage
from storage.seal import Seal


async def test_a_proof_leaves_nothing_behind(storage: Storage, url: str, seal: Seal) -> None:
    async with storage.unit() as unit:
        await unit.prove()
    async with storage.unit() as unit:
        await unit.prove()
    await storage.close()

    again = await Storage.open(url, seal)
    await again.close()
