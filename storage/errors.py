"""What storage says when it cannot do as asked; no error of a database driver leaves the room."""


class StorageError(Exception):
    """Something about the stored data, or about the place where it is stored."""


class DatabaseFailed(StorageError):
    """The database refused a statement or could not write; the unit it belonged to is undone."""


class CommitFailed(DatabaseFailed):
    """The commit that held this unit failed: nothing of the unit is stored."""


class UnitOver(StorageError):
    """A store was used after the unit that it belongs to had ended."""


class LeaseLost(StorageError):
    """Another process works on this shard now: what was begun for it here is undone."""


class DealtWith(StorageError):
    """This row of the inbox no longer waits: what was done for it once more is undone."""


class DataFolderBusy(StorageError):
    """Another process writes to this data folder; the message names the folder."""


class DatabaseBusy(StorageError):
    """A program works on this database; the message says what to do."""


class WrongKey(StorageError):
    """The database is sealed with another key than the one given, or none was given."""


class UnfitDatabase(StorageError):
    """This kind, version or age of database cannot be used; the message says why."""


class CopyFailed(StorageError):
    """The database could not be copied; the message says why."""


class NoCopy(StorageError):
    """A file that nothing can be restored from; the message says what to do next."""


class FolderNotEmpty(StorageError):
    """A backup would be restored over something; the message names it."""


class MoveFailed(StorageError):
    """Nothing was carried over to another database; the message says why."""


class NoSuchPerson(StorageError):
    """No person bears this number."""


class NoSuchReport(StorageError):
    """No report bears this number of ours."""


class NoSuchFollowUp(StorageError):
    """No follow-up bears this number."""


class NumberTaken(StorageError):
    """Another report already bears this tracking number: draw a new one, the unit is unharmed."""


class Stale(StorageError):
    """Somebody else changed the report since it was read: read it anew."""


class TooManyTries(StorageError):
    """A report's PIN was typed wrongly five times within an hour."""
