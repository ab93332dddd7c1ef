"""The command line: `lapor-bot`."""

import asyncio
import json
import os
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TransferSpeedColumn,
)
from rich.table import Table

from bot import process
from bot.settings import Settings, WrongSettings

app = typer.Typer(
    name="lapor-bot",
    help="The Telegram door of SP4N-LAPOR!: report, wish or ask, and hear from the agency.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    add_completion=False,
)
_out = Console()
_err = Console(stderr=True)
ConfigPath = Annotated[
    Path | None, typer.Option("--config", help="The settings file; config.toml where there is one.")
]
KeyFilePath = Annotated[
    Path | None, typer.Option("--key-file", help="A file with 32 bytes in base64.")
]
T = TypeVar("T")


def main() -> None:
    """Run the command line."""
    process.begin()
    app()


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="The port of the chat page.")] = 8080,
    data: Annotated[
        Path | None,
        typer.Option(help="The folder to keep everything in; without it all is gone at the end."),
    ] = None,
    latihan: Annotated[
        bool,
        typer.Option("--latihan", help="Learn an officer's and an admin's work, with a trainer."),
    ] = False,
    language: Annotated[str, typer.Option(help="The trainer's language: id or en.")] = "id",
) -> None:
    """Try everything on this machine: no token, no configuration, a chat page in the browser."""
    with ExitStack() as stack:
        folder = data or Path(stack.enter_context(TemporaryDirectory(prefix="lapor-bot-")))
        if latihan:
            from bot.training.performing import perform as train

            _run(train(folder, port, language, _out.print))
            return
        from bot.demo import perform

        _run(perform(folder, port, _out.print))


@app.command()
def run(config: ConfigPath = None) -> None:
    """Serve real people, by polling or webhook, as the settings say."""
    from bot.running import serve

    settings = _settings(config)
    if faults := settings.missing_to_run():
        raise _wrong([fault.what for fault in faults])
    _run(serve(settings))


@app.command()
def check(config: ConfigPath = None) -> None:
    """Look at settings, database, token, webhook and catalogue; exit 1 where something is wrong."""
    from bot.running import examine

    findings = _run(examine(_settings(config)))
    table = Table("", "what", "finding")
    for finding in findings:
        mark = "[green]ok[/]" if finding.good else "[red]wrong[/]"
        table.add_row(mark, finding.what, finding.words)
    _out.print(table)
    wrong = [f"{finding.what}: {finding.words}" for finding in findings if not finding.good]
    if wrong:
        raise _wrong(wrong)


@app.command()
def migrate(config: ConfigPath = None) -> None:
    """Bring the database to this version's shape."""
    from bot.running import migrate as bring_up

    _run(bring_up(_settings(config)))
    _out.print("The database is up to date.")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; it must not exist yet.")],
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="Encrypt with a passphrase, or with --key-file.")
    ] = False,
    key_file: KeyFilePath = None,
    with_key: Annotated[
        bool, typer.Option("--with-key", help="Keep the key that seals personal data inside too.")
    ] = False,
    config: ConfigPath = None,
) -> None:
    """Copy everything into one file, while the bot goes on working or while it stands still."""
    from bot.app import SystemClock
    from bot.keeping import back_up
    from bot.running import key_of

    settings = _settings(config)
    if (with_key or key_file) and not encrypt:
        raise _wrong(["Without --encrypt no key is used and none is kept: add --encrypt."])
    secret = _secret(key_file, confirm=True) if encrypt else None
    with _progress() as watch:
        key = key_of(settings) if with_key else None
        note = _run(back_up(settings, file, SystemClock().now(), watch, secret, key))
    _out.print(_counted(note.counts))
    _out.print(f"Backed up to {file}.", soft_wrap=True, highlight=False)
    if not with_key:
        _out.print("The key that seals personal data is not inside: keep a copy of it elsewhere.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="What lapor-bot backup wrote.")],
    into: Annotated[
        Path | None, typer.Option(help="An empty folder, instead of the one in the settings.")
    ] = None,
    key_file: KeyFilePath = None,
    send_waiting: Annotated[
        bool,
        typer.Option(
            "--send-waiting", help="Send what waited when the backup was made, perhaps again."
        ),
    ] = False,
    config: ConfigPath = None,
) -> None:
    """Bring a backup into an empty folder, check it, and count what came out."""
    from bot.app import SystemClock
    from bot.keeping import restore as bring_back
    from bot.running import key_of
    from storage.strongbox import kind_of

    settings = _settings(config)
    if into is not None:
        data = settings.data.model_copy(update={"folder": into, "database": None})
        settings = settings.model_copy(update={"data": data})
    has_key = settings.data.key is not None or settings.data.key_file is not None
    with _clearly():
        locked = kind_of(file)
        key = key_of(settings) if has_key else None
    secret = _secret(key_file, confirm=False) if locked == "scrypt" or key_file else None
    with _progress() as watch:
        now = SystemClock().now()
        done = _run(bring_back(settings, file, now, watch, secret, key, send_waiting=send_waiting))
    _out.print(_counted(done.note.counts))
    made_at = done.note.made_at.astimezone().isoformat(" ", "minutes")
    _out.print(f"Restored into {settings.data.folder} as of {made_at}.", soft_wrap=True)
    if done.waiting and not send_waiting:
        _out.print(
            f"{done.waiting} messages waited to be sent when the backup was made. They may have "
            "gone out since, so they are not sent; restore with --send-waiting to send them.",
            soft_wrap=True,
        )
    if not done.has_ledger:
        _out.print(
            "No file called erasures stands beside the database. If there was one, put its newest "
            "copy there before you run: it erases again who asked for it since the backup.",
            soft_wrap=True,
        )
    if done.key_file:
        _out.print(f'The sealing key was inside: set data.key_file = "{done.key_file}".')


@app.command()
def move(
    source: Annotated[str, typer.Argument(help="sqlite+aiosqlite:///FILE, which is only read.")],
    target: Annotated[
        str, typer.Argument(help="postgresql+asyncpg://USER@HOST/NAME, an empty database.")
    ],
    config: ConfigPath = None,
) -> None:
    """Carry everything from SQLite over to PostgreSQL, compare every row, and count them."""
    from bot.keeping import move as carry_over
    from bot.running import key_of

    settings = _settings(config)
    with _progress(rows=True) as watch, _clearly():
        counts = _run(carry_over(settings, source, target, key_of(settings), watch))
    _out.print(_counted(counts))
    _out.print("Everything is there. Set data.database to the new URL, and start lapor-bot.")


invite_app = typer.Typer(help="Make a single-use link.", no_args_is_help=True)
app.add_typer(invite_app, name="invite")


@invite_app.command("admin")
def invite_admin(config: ConfigPath = None) -> None:
    """Make a one-time link that makes whoever opens it first an admin."""
    from bot.running import invite

    link = _run(invite(_settings(config)))
    _out.print("Open this link in Telegram within 7 days; it works once:")
    _out.print(link, soft_wrap=True, highlight=False)


learn_app = typer.Typer(help="Look after what routing learns.", no_args_is_help=True)
app.add_typer(learn_app, name="learn")


@learn_app.command("show")
def learn_show(
    since: Annotated[
        int | None, typer.Option(help="The version to compare with; the newest before now.")
    ] = None,
    config: ConfigPath = None,
) -> None:
    """Show what changed since when: words that five reporters used, versions, and accuracy."""
    from bot.learn import print_out

    print_out(_learn(config, "show", since), _out.print)


@learn_app.command("hold")
def learn_hold(config: ConfigPath = None) -> None:
    """Leave suggestions as they are, and go on collecting examples."""
    _out.print(_learn(config, "hold")["done"])


@learn_app.command("apply")
def learn_apply(config: ConfigPath = None) -> None:
    """Learn what was collected, and go on learning."""
    _out.print(_learn(config, "apply")["done"])


@learn_app.command("back")
def learn_back(
    version: Annotated[int, typer.Argument(help="A version that show lists.")],
    config: ConfigPath = None,
) -> None:
    """Go back to a version; the examples since then are left out for good."""
    _out.print(_learn(config, "back", version)["done"])


def _learn(config: Path | None, act: str, version: int | None = None) -> dict[str, Any]:
    from bot.running import order_to_learn

    return _run(order_to_learn(_settings(config), act, version))


@app.command()
def route(
    text: Annotated[str | None, typer.Argument(help="The text of a report.")] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read a report a line from standard input.")
    ] = False,
) -> None:
    """Say which agency a report belongs to, and why."""
    from bot.routing.lines import answer, answer_lines
    from bot.routing.router import Router

    with _clearly():
        router = Router.load()
    if jsonl:
        for line in answer_lines(router, sys.stdin.buffer):
            sys.stdout.write(f"{line}\n")
        return
    if not text:
        raise _wrong(["Give a text, or --jsonl and lines on standard input."])
    told = answer(router, {"text": text})
    table = Table("agency", "sector", "confidence", "because")
    for found in told["suggestions"]:
        table.add_row(
            found["name"],
            found["sector"],
            f"{found['confidence']:.0%}",
            ", ".join(found["reasons"]),
        )
    _out.print(table)
    if told["ask"]:
        _out.print("The place decides who must answer: ask for it.")


@app.command()
def rehearse(
    file: Annotated[Path, typer.Argument(help="A CSV with the columns title and text.")],
    people: Annotated[int, typer.Option(help="How many citizens write at once.")] = 16,
    most: Annotated[int | None, typer.Option("--most", help="Play only so many rows.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object on the last line.")
    ] = False,
) -> None:
    """Play a file of reports through the whole bot, as citizens would, and count what is lost."""
    from bot.rehearsal import NotPlayable, play, read_rows, table_of

    try:
        rows = read_rows(file, most)
    except NotPlayable as wrong:
        raise _wrong([str(wrong)]) from wrong
    outcome = _run(play(rows, people, _err))
    if as_json:
        sys.stdout.write(f"{json.dumps(outcome.as_json())}\n")
    else:
        _out.print(table_of(outcome))
    if outcome.lost or outcome.doubled:
        raise typer.Exit(1)


def _secret(key_file: Path | None, *, confirm: bool) -> Any:  # noqa: ANN401
    """What a backup is encrypted with: the key file, else a passphrase."""
    from storage.seal import Key
    from storage.strongbox import KeyFile, Passphrase

    if key_file is not None:
        with _clearly():
            return KeyFile(Key.read(key_file))
    return Passphrase(
        typer.prompt("Passphrase", hide_input=True, confirmation_prompt=confirm, err=True)
    )


@contextmanager
def _progress(*, rows: bool = False) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on a terminal for each thing that is done; nothing elsewhere."""
    how_much = (MofNCompleteColumn(),) if rows else (DownloadColumn(), TransferSpeedColumn())
    columns = (TextColumn("{task.description}"), BarColumn(), *how_much)
    with Progress(*columns, console=_err, disable=not _err.is_terminal, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def watch(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        yield watch


def _counted(counts: dict[str, int]) -> Table:
    table = Table("table", "rows")
    for name, number in counts.items():
        if number:
            table.add_row(name.replace("_", " "), f"{number:,}")
    return table


def _settings(path: Path | None) -> Settings:
    if path is None and Path("config.toml").exists():
        path = Path("config.toml")
    try:
        return Settings.load(path, dict(os.environ))
    except WrongSettings as wrong:
        raise _wrong([_worded(fault) for fault in wrong.faults]) from None


def _worded(fault: Any) -> str:  # noqa: ANN401
    where = f"config.toml line {fault.line}, " if fault.line else ""
    return f"{where}{fault.key}: {fault.what}"


def _wrong(lines: list[str]) -> typer.Exit:
    for line in lines:
        _err.print(f"[red]✗[/] {line}", highlight=False, soft_wrap=True)
    return typer.Exit(1)


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end; what the machine or the settings refuse is one clear line."""
    with _clearly():
        return asyncio.run(work)


@contextmanager
def _clearly() -> Iterator[None]:
    from bot.running import explained

    try:
        yield
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except Exception as failed:
        if words := explained(failed):
            raise _wrong([words]) from None
        raise


if __name__ == "__main__":
    main()
