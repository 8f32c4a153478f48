"""Situations and decisions to and from JSON. Field names are the keys; classes are written by their key.

Reading checks everything and reports every problem at once; unknown keys are problems, absent keys take the
default.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import IntEnum, StrEnum
from functools import partial
from types import UnionType
from typing import Any, TypeAlias, cast, get_args, get_origin, get_type_hints

from hazard.decision.advice import Decision
from hazard.decision.situation import Situation
from hazard.kinds import CLASS_NAME, ExposureClass
from router.errors import InputError, Problem

Json: TypeAlias = Any
_CLASS_OF_KEY = {name.key: worst for worst, name in CLASS_NAME.items()}
_LIMIT = 10**9


def situation_to_json(situation: Situation) -> dict[str, Json]:
    """Return a situation as plain dicts, lists, strings, integers, booleans and None."""
    return cast(dict[str, Json], _to_json(situation))


def decision_to_json(decision: Decision) -> dict[str, Json]:
    """Return a decision as plain dicts, lists, strings, integers and None."""
    return cast(dict[str, Json], _to_json(decision))


def situation_from_json(data: Json, source: str = "situation") -> Situation:
    """Read a situation.

    Parameters
    ----------
    data : dict
        As `situation_to_json` writes it; absent keys take the defaults.
    source : str
        Name for messages.

    Raises
    ------
    InputError
        With every problem found.
    """
    problems: list[Problem] = []
    situation = _read(Situation, data, "", partial(_complain, problems, source))
    if problems:
        raise InputError(problems)
    return cast(Situation, situation)


def _to_json(value: Any) -> Json:
    if isinstance(value, ExposureClass):
        return CLASS_NAME[value].key
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, IntEnum):
        return int(value)
    if is_dataclass(value):
        return {field.name: _to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_to_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _to_json(item) for key, item in value.items()}
    return value


Complain: TypeAlias = Callable[[str, str, object], None]


def _complain(problems: list[Problem], source: str, where: str, expected: str, found: object) -> None:
    problems.append(Problem(source, where, expected, repr(found)[:80]))


def _read(form: Any, data: Json, where: str, complain: Complain) -> Any:
    """Read ``data`` as a value of the type ``form``; complain and return None where it is not one."""
    if get_origin(form) is UnionType:
        return None if data is None else _read(get_args(form)[0], data, where, complain)
    if is_dataclass(form):
        return _read_fields(cast(type, form), data, where, complain)
    if get_origin(form) is tuple:
        return _read_list(get_args(form)[0], data, where, complain)
    if get_origin(form) is dict:
        return _read_dict(get_args(form), data, where, complain)
    if form is ExposureClass:
        return _read_choice(_CLASS_OF_KEY, data, where, complain)
    if issubclass(form, StrEnum):
        return _read_choice({str(member): member for member in form}, data, where, complain)
    if not isinstance(data, form) or (form is int and (isinstance(data, bool) or abs(data) > _LIMIT)):
        complain(where, "true or false" if form is bool else f"a whole number up to {_LIMIT}", data)
        return None
    return data


def _read_choice(choices: Mapping[str, Any], data: Json, where: str, complain: Complain) -> Any:
    if not isinstance(data, str) or data not in choices:
        complain(where, f"one of {', '.join(choices)}", data)
        return None
    return choices[data]


def _read_list(item: Any, data: Json, where: str, complain: Complain) -> Any:
    if not isinstance(data, list):
        complain(where, "a list", data)
        return None
    return tuple(_read(item, value, f"{where}[{i}]", complain) for i, value in enumerate(data))


def _read_dict(forms: tuple[Any, ...], data: Json, where: str, complain: Complain) -> Any:
    key, item = forms
    if not isinstance(data, dict):
        complain(where, "an object", data)
        return None
    return {
        _read(key, name, f"{where} key", complain): _read(
            item, value, f"{where}.{name}".lstrip("."), complain
        )
        for name, value in data.items()
    }


def _read_fields(form: type, data: Json, where: str, complain: Complain) -> Any:
    if not isinstance(data, dict):
        complain(where, "an object", data)
        return None
    hints = get_type_hints(form)
    for name in data.keys() - hints.keys():
        complain(f"{where}.{name}".lstrip("."), f"one of {', '.join(hints)}", name)
    needed = {f.name for f in fields(form) if f.default is MISSING and f.default_factory is MISSING}
    missing = sorted(needed - data.keys())
    for name in missing:
        complain(f"{where}.{name}".lstrip("."), "a value", None)
    values = {
        name: _read(hints[name], value, f"{where}.{name}".lstrip("."), complain)
        for name, value in data.items()
        if name in hints
    }
    return None if missing else form(**values)
