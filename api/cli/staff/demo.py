"""Sign-ins for a demonstration: in a state folder of its own, made at random on each machine."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pyotp

from api.staff.accounts import Account
from api.staff.proof import hash_password, new_secret
from api.staff.roles import Role
from router.errors import InputError, Problem

FILE = "demo-only.json"
PASSWORD_BYTES = 12
PEOPLE = (
    ("demo-operator", "訓練担当（デモ）", Role.OPERATOR),
    ("demo-approver", "承認担当（デモ）", Role.APPROVER),
)


@dataclass(frozen=True, slots=True)
class Login:
    """What signs in somebody of a demonstration.

    Attributes
    ----------
    id, name : str
    role : Role
    password : str
    secret : str or None
        Of one-time codes.
    """

    id: str
    name: str
    role: Role
    password: str
    secret: str | None

    def account(self, area: str) -> Account:
        """Return the account."""
        return Account(self.id, self.name, self.role, (area,), hash_password(self.password), self.secret)


def kept_logins(state: Path) -> list[Login]:
    """Return the sign-ins of a demonstration's state folder, made where it is new.

    Raises
    ------
    InputError
        When the folder holds something else: it may be a server that people rely on.
    """
    file = state / FILE
    if file.exists():
        return [Login(**{**row, "role": Role(row["role"])}) for row in orjson.loads(file.read_bytes())]
    if state.exists() and any(state.iterdir()):
        expected = f"a new folder, or one with {FILE}"
        raise InputError(Problem("command line", "STATE", expected, f"{state} holds something else"))
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    logins = [_new(*person) for person in PEOPLE]
    file.touch(mode=0o600)
    file.write_bytes(orjson.dumps([asdict(login) for login in logins], option=orjson.OPT_INDENT_2))
    return logins


def told(logins: Sequence[Login], state: Path) -> str:
    """Return the sign-ins as text, with the one-time codes of now."""
    lines = [f"Staff of the demonstration (DEMO ONLY: kept in {state}, good for nothing else):"]
    for login in logins:
        lines.append(f"  {login.id}  password {login.password}")
        if login.secret is not None:
            code = pyotp.TOTP(login.secret).at(datetime.now(UTC))
            lines.append(f"    one-time codes: secret {login.secret}, code of now {code}")
    lines.append("The same command shows the codes of then.")
    lines.append("They sign in at /staff of the server.")
    return "\n".join(lines)


def _new(id_: str, name: str, role: Role) -> Login:
    secret = new_secret() if role.needs_code else None
    return Login(id_, name, role, secrets.token_urlsafe(PASSWORD_BYTES), secret)
