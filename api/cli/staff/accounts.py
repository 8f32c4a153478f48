"""`nigemichi staff …`: who may act for an area. Works while a server runs, and before."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import segno
import typer

from api import logs
from api.cli.staff.demo import kept_logins, told
from api.live.live import embedded_of, log_url
from api.live.store import Store
from api.push.setup import settings_of
from api.push.vault import KEY_FILE, Vault
from api.settings import Settings
from api.staff.accounts import Account, Accounts
from api.staff.audit import Audit
from api.staff.proof import hash_password, new_secret, secret_uri
from api.staff.roles import Role
from router.errors import InputError, Problem

EXAMPLE = "nigemichi staff add sato --name 佐藤 --role approver --area shiranami --state build/state"
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=__doc__)

Id: TypeAlias = Annotated[str, typer.Argument(help="What is typed to sign in: a-z 0-9 . _ -")]
State: TypeAlias = Annotated[
    Path | None, typer.Option(help="State folder of the server; default: NIGEMICHI_STATE, or REDIS_URL.")
]
COMMAND_LINE = "command line"


@app.command("add", epilog=f"Example: {EXAMPLE}")
def add(
    account: Id,
    name: Annotated[str, typer.Option(help="What colleagues see.")],
    role: Annotated[Role, typer.Option(help="What the person may do.")],
    area: Annotated[list[str], typer.Option(help="Id of an area; may be repeated; * for all.")],
    state: State = None,
) -> None:
    """Add an account. Asks for the password; shows the secret of one-time codes once."""
    with _accounts(state) as (accounts, audit):
        password = hash_password(_asked())
        secret = new_secret() if role.needs_code else None
        accounts.add(Account(account, name, role, tuple(area), password, secret))
        facts = {"account": account, "role": role, "areas": area}
        audit.note_all(COMMAND_LINE, area, "add account", facts)
    typer.echo(f"{account} ({name}): {role} for {', '.join(area)}")
    _show(account, secret)


@app.command("list", epilog="Example: nigemichi staff list --state build/state")
def list_accounts(state: State = None) -> None:
    """List the accounts."""
    with _accounts(state) as (accounts, _):
        for one in accounts.all():
            off = " (disabled)" if one.disabled else ""
            typer.echo(f"{one.id}\t{one.name}\t{one.role}\t{','.join(one.areas)}{off}")


@app.command("disable", epilog="Example: nigemichi staff disable sato --state build/state")
def disable(account: Id, state: State = None) -> None:
    """Let an account sign in no more; its sessions end at once."""
    _change(account, state, "disable account", disabled=True)


@app.command("enable", epilog="Example: nigemichi staff enable sato --state build/state")
def enable(account: Id, state: State = None) -> None:
    """Let a disabled account sign in again."""
    _change(account, state, "enable account", disabled=False)


@app.command("role", epilog="Example: nigemichi staff role ito approver --state build/state")
def role(
    account: Id, role: Annotated[Role, typer.Argument(help="What the person may do.")], state: State = None
) -> None:
    """Give an account another role, from its next request on.

    Where the new role needs one-time codes and the account has none, their secret is shown once, and its
    sessions end.
    """
    with _accounts(state) as (accounts, audit):
        before = accounts.get(account)
        secret = new_secret() if role.needs_code and before.totp is None else None
        changed = accounts.change(account, role=role, **({} if secret is None else {"totp": secret}))
        facts = {"account": account, "role": role, "before": before.role}
        audit.note_all(COMMAND_LINE, changed.areas, "change role", facts)
    typer.echo(f"{account}: {before.role} → {role}")
    _show(account, secret)


@app.command("areas", epilog="Example: nigemichi staff areas ito --area shiranami --state build/state")
def areas(
    account: Id,
    area: Annotated[list[str], typer.Option(help="Id of an area; may be repeated; * for all.")],
    state: State = None,
) -> None:
    """Give an account other areas, in place of those that it has, from its next request on."""
    with _accounts(state) as (accounts, audit):
        before = accounts.get(account)
        changed = accounts.change(account, areas=tuple(dict.fromkeys(area)))
        facts = {"account": account, "areas": changed.areas, "before": before.areas}
        audit.note_all(COMMAND_LINE, dict.fromkeys((*before.areas, *changed.areas)), "change areas", facts)
    typer.echo(f"{account}: {', '.join(before.areas)} → {', '.join(changed.areas)}")


@app.command("reset", epilog="Example: nigemichi staff reset sato --state build/state")
def reset(account: Id, state: State = None) -> None:
    """Give an account a new password, and a new secret where its role needs one. Its sessions end."""
    with _accounts(state) as (accounts, audit):
        secret = new_secret() if accounts.get(account).role.needs_code else None
        changed = accounts.change(account, password=hash_password(_asked()), totp=secret)
        audit.note_all(COMMAND_LINE, changed.areas, "reset account", {"account": account})
    _show(account, secret)


@app.command("demo", epilog="Example: nigemichi staff demo build/demo --area shiranami")
def demo(
    state: Annotated[
        Path, typer.Argument(help="State folder of a demonstration: new, or made by this command.")
    ],
    area: Annotated[str, typer.Option(help="Id of the area.")],
) -> None:
    """Make sign-ins for a demonstration, and show them again. Never for a server that people rely on."""
    logins = kept_logins(state)
    with _accounts(state) as (accounts, audit):
        for login in logins:
            if accounts.find(login.id) is None:
                accounts.add(login.account(area))
                audit.note_all(COMMAND_LINE, (area,), "add account", {"account": login.id, "demo": True})
    typer.echo(told(logins, state))


def _change(account: str, state: Path | None, action: str, **changed: Any) -> None:
    with _accounts(state) as (accounts, audit):
        found = accounts.change(account, **changed)
        audit.note_all(COMMAND_LINE, found.areas, action, {"account": account})
    typer.echo(f"{account}: {action}")


def _asked() -> str:
    password: str = typer.prompt(
        "password (12 characters or more)", hide_input=True, confirmation_prompt=True
    )
    return password


def _show(account: str, secret: str | None) -> None:
    """Show the secret of one-time codes: as text, and as a picture for the app that makes them."""
    if secret is None:
        return
    uri = secret_uri(account, secret)
    typer.echo(f"one-time codes, shown this once:\n  secret {secret}\n  {uri}")
    segno.make(uri).terminal(compact=True)


@contextmanager
def _accounts(state: Path | None) -> Iterator[tuple[Accounts, Audit]]:
    """Attach to the running server of the state folder, or start one for this command."""
    settings = Settings() if state is None else Settings(state=state, redis_url=None)
    url = log_url(settings)
    if url is None:
        raise InputError(Problem("command line", "--state", "a state folder (or REDIS_URL)", "nothing"))
    logs.configure("warning")
    embedded = embedded_of(settings)
    if embedded is not None:
        embedded.start()
    store = Store(url)
    try:
        yield Accounts(store, _vault(settings)), Audit(store)
    finally:
        store.close()
        if embedded is not None:
            embedded.stop()


def _vault(settings: Settings) -> Vault:
    """Return what secrets are encrypted with: the servers' own key, never a new one beside it."""
    push = settings_of(settings.state)
    if settings.redis_url and push.key is None and not (push.state_dir / KEY_FILE).exists():
        expected = "the key that the servers have (docs/push.md)"
        raise InputError(Problem("settings", "NIGEMICHI_PUSH_KEY", expected, "nothing"))
    return Vault.open(push)
