"""Microsoft Entra Connect: every half hour Active Directory's groups are written to the cloud.

https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler
https://learn.microsoft.com/entra/identity/hybrid/concept-source-of-authority-overview
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.sandbox.company import ActiveDirectoryGroup
from bot.sandbox.graph.state.group_licenses import cloud_assignments, is_licensed, reconcile
from bot.sandbox.graph.state.soft_delete import delete_for_good, soft_delete
from bot.sandbox.world import Wire, World, wire_moment

PASSWORD_SYNC = timedelta(minutes=2)
"""How often passwords are synchronised; nobody can change that."""


def next_cycle(world: World) -> datetime | None:
    """When the next cycle starts; `None` if the company doesn't sync or its sync server is down."""
    directory = world.company.active_directory
    last = _moment(world.organization.get("onPremisesLastSyncDateTime"))
    if directory is None or last is None or not world.organization.get("onPremisesSyncEnabled"):
        return None
    interval = timedelta(minutes=directory.sync_interval_minutes)
    # A server that had already missed two cycles when the company woke up is down, and stays down.
    return None if _last_at_start(world, last) + 2 * interval < world.company.clock else last + interval


def run_cycle(world: World, at: datetime) -> None:
    """One cycle, started `at`: takes over groups being rolled back, writes what differs, deletes what is gone."""
    for group in world.active_directory.values():
        cloud = world.groups.get(group.id)
        if cloud is not None and group.id not in world.cloud_managed:
            _write(world, group, cloud, at)
    for gone in list(world.deleted_in_active_directory):
        _delete(world, gone, at)
    world.organization = world.organization | {"onPremisesLastSyncDateTime": wire_moment(at)}


def note_password_sync(world: World, now: datetime) -> None:
    """Move the date of the last password synchronisation, where passwords are synchronised and the server is up.

    https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-password-hash-synchronization
    """
    last = _moment(world.organization.get("onPremisesLastPasswordSyncDateTime"))
    if last is None or next_cycle(world) is None:
        return
    beats = max((now - last) // PASSWORD_SYNC, 0)
    latest = wire_moment(last + beats * PASSWORD_SYNC)
    world.organization = world.organization | {"onPremisesLastPasswordSyncDateTime": latest}


def change_in_active_directory(
    world: World,
    group_id: str,
    *,
    display_name: str | None = None,
    description: str | None = None,
    members: Sequence[str] | None = None,
) -> None:
    """An administrator changes a group in Active Directory; `None` leaves a value. The cloud learns next cycle.

    Raises `KeyError` when Active Directory has no such group.
    """
    changes = {
        "display_name": display_name,
        "description": description,
        "members": None if members is None else tuple(members),
    }
    changed = {name: value for name, value in changes.items() if value is not None}
    world.active_directory[group_id] = world.active_directory[group_id].model_copy(update=changed)


def delete_in_active_directory(world: World, group_id: str) -> None:
    """An administrator deletes a group in Active Directory; the cloud learns next cycle."""
    world.active_directory.pop(group_id, None)
    world.deleted_in_active_directory.add(group_id)


def _delete(world: World, group: str, at: datetime) -> None:
    """Delete in the cloud what Active Directory no longer has, or try again next time if licences hold it there.

    That refusal is error 113 of the export, which Graph doesn't show.
    https://learn.microsoft.com/entra/identity/users/licensing-group-advanced
    """
    cloud = world.groups.get(group)
    if cloud is not None and group not in world.cloud_managed:
        if is_licensed(cloud) or cloud_assignments(world, group):
            return
        keeps = "Unified" in cloud["groupTypes"] or not cloud["mailEnabled"]
        (soft_delete if keeps else delete_for_good)(world, group, at)
    world.deleted_in_active_directory.discard(group)


def _write(world: World, group: ActiveDirectoryGroup, cloud: Wire, at: datetime) -> None:
    wanted = {"displayName": group.display_name, "description": group.description, "onPremisesSyncEnabled": True}
    # A group that moved to the cloud drops out of the groups Active Directory still rules.
    members = [member for member in group.members if member not in world.cloud_managed]
    same_members = sorted(members) == sorted(world.members.get(group.id, ()))
    if same_members and all(cloud[name] == value for name, value in wanted.items()):
        return
    world.members[group.id] = members
    world.groups[group.id] = cloud | wanted | {"onPremisesLastSyncDateTime": wire_moment(at)}
    reconcile(world, group.id)


def _last_at_start(world: World, fallback: datetime) -> datetime:
    asleep = world.company.organization.model_dump(mode="json", by_alias=True)
    return _moment(asleep.get("onPremisesLastSyncDateTime")) or fallback


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
