"""The container: what goes in comes out; damage is refused with a reason; nothing half-written stays."""

import json
import os
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from textwrap import dedent

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from router.errors import InputError, StoreError
from router.graph import StreetGraph
from router.osm import build_graph, read_streets
from router.store import (
    load_arrays,
    load_graph,
    pack_texts,
    save_arrays,
    save_graph,
    unpack_texts,
    written_aside,
)
from router.store.layout import DTYPES, MAGIC
from tests.router.osm_files import build, grid

IN_FOLDER = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
KIND, VERSION = "test", 3


def small_graph(folder: Path) -> StreetGraph:
    ways = {
        10: ((1, 2, 3), {"highway": "residential", "name": "本町通り"}),
        11: ((2, 5, 6, 3), {"highway": "path"}),
        12: ((7, 8, 9, 7), {"highway": "steps", "name": "石段"}),
    }
    return build(folder, grid(3, 3), ways)[0]


def saved(folder: Path, **arrays: np.ndarray) -> Path:
    path = folder / "a.nmg"
    save_arrays(path, KIND, VERSION, arrays, {"made": "here"})
    return path


def load(path: Path, *names: str) -> dict[str, np.ndarray]:
    return load_arrays(path, KIND, VERSION, names).arrays


def refusal(path: Path, *names: str) -> str:
    with pytest.raises(StoreError) as caught:
        load(path, *names)
    (problem,) = caught.value.problems
    assert problem.source == str(path)
    return str(problem)


def test_graph_comes_back(tmp_path: Path) -> None:
    graph = small_graph(tmp_path)
    path = tmp_path / "streets.nmg"
    digest = save_graph(path, graph)
    assert digest == sha256(path.read_bytes()).hexdigest()
    again = load_graph(path, digest)
    assert again.digest == graph.digest
    assert again.names == ("", "本町通り", "石段")
    assert [p.name for p in tmp_path.iterdir() if p.suffix != ".osm"] == ["streets.nmg"]


def test_arrays_are_mapped_and_read_only(tmp_path: Path) -> None:
    path = tmp_path / "streets.nmg"
    save_graph(path, small_graph(tmp_path))
    graph = load_graph(path)
    assert not graph.head.flags.owndata
    assert not graph.head.flags.writeable
    assert graph.head.ctypes.data % 64 == 0
    with pytest.raises(ValueError, match="read-only"):
        graph.head[0] = 1


def test_equal_contents_give_equal_files(tmp_path: Path) -> None:
    graph = small_graph(tmp_path)
    first = save_graph(tmp_path / "a.nmg", graph)
    assert save_graph(tmp_path / "b.nmg", load_graph(tmp_path / "a.nmg")) == first


def test_bytes_are_as_specified(tmp_path: Path) -> None:
    """Read the file by docs/formats.md alone."""
    path = saved(tmp_path, a=np.array([1, -2, 3], np.int32), b=np.array([True, False]))
    content = path.read_bytes()
    assert content[:8] == MAGIC == b"\x89NMG\r\n\x1a\n"
    assert struct.unpack_from("<HH", content, 8) == (1, VERSION)
    assert struct.unpack_from("<Q", content, 16) == (len(content),)
    size, crc = struct.unpack_from("<II", content, 24)
    assert content[32:48] == b"test".ljust(16, b"\0")
    raw = content[64 : 64 + size]
    assert zlib.crc32(raw) == crc
    assert json.loads(raw) == {
        "arrays": [
            {"name": "a", "dtype": "int32", "shape": [3], "offset": 0},
            {"name": "b", "dtype": "bool", "shape": [2], "offset": 64},
        ],
        "meta": {"made": "here"},
    }
    start = -(-(64 + size) // 64) * 64
    assert len(content) == start + 128
    assert struct.unpack_from("<3i", content, start) == (1, -2, 3)
    assert content[start + 64 : start + 66] == b"\1\0"


@IN_FOLDER
@given(
    st.dictionaries(
        st.text(min_size=1, max_size=8),
        st.sampled_from(sorted(DTYPES)).flatmap(
            lambda name: hnp.arrays(name, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=5))
        ),
        max_size=5,
    )
)
def test_any_arrays_come_back(tmp_path: Path, arrays: dict[str, np.ndarray]) -> None:
    path = saved(tmp_path, **arrays)
    again = load(path, *arrays)
    assert list(again) == list(arrays)
    for name, array in arrays.items():
        assert again[name].dtype == array.dtype
        np.testing.assert_array_equal(again[name], array)


def test_big_endian_and_strided_arrays_are_stored_as_values(tmp_path: Path) -> None:
    path = saved(tmp_path, a=np.arange(6, dtype=">i4")[::2])
    assert load(path, "a")["a"].tolist() == [0, 2, 4]


def test_unknown_types_are_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be stored"):
        saved(tmp_path, a=np.array(["x"]))
    assert list(tmp_path.iterdir()) == []


@IN_FOLDER
@given(st.lists(st.text(max_size=6), max_size=6))
def test_texts_come_back(tmp_path: Path, texts: list[str]) -> None:
    assert unpack_texts(*pack_texts(texts)) == tuple(texts)


@pytest.mark.parametrize(
    ("first", "utf8"),
    [([], b""), ([0, 2], b"abc"), ([1, 3], b"abc"), ([0, 2, 1, 3], b"abc"), ([0, 1], b"\xff")],
)
def test_texts_that_do_not_fit(first: list[int], utf8: bytes) -> None:
    with pytest.raises(InputError):
        unpack_texts(np.array(first, np.int32), np.frombuffer(utf8, np.uint8))


def test_missing_file(tmp_path: Path) -> None:
    assert "No such file" in refusal(tmp_path / "none.nmg")


def test_folder(tmp_path: Path) -> None:
    refusal(tmp_path)


@pytest.mark.parametrize("size", [0, 10, 63])
def test_too_short_for_a_preamble(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.nmg"
    path.write_bytes(bytes(size))
    assert f"found {size} bytes" in refusal(path)


def patched(folder: Path, offset: int, raw: bytes) -> Path:
    path = saved(folder, a=np.arange(4, dtype=np.int32))
    content = bytearray(path.read_bytes())
    content[offset : offset + len(raw)] = raw
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("offset", "raw", "expected"),
    [
        (0, b"PK", "the mark"),
        (8, b"\x02", "container version 1, found version 2"),
        (10, b"\x09", "version 3 of 'test', found version 9"),
        (16, b"\x01", "found 256 bytes"),
        (24, b"\xff\xff\xff", "a header within the file"),
        (28, b"\0\0", "CRC-32"),
        (32, b"x", "kind 'test', found 'xest'"),
        (70, b"?", "CRC-32"),
    ],
)
def test_damaged_preamble_or_header(tmp_path: Path, offset: int, raw: bytes, expected: str) -> None:
    assert expected in refusal(patched(tmp_path, offset, raw), "a")


def test_other_arrays_than_expected(tmp_path: Path) -> None:
    path = saved(tmp_path, a=np.zeros(1))
    assert "expected the arrays a, b, found a" in refusal(path, "a", "b")
    assert "expected the arrays , found a" not in refusal(path, "b")


def test_sha256_of_the_whole_file(tmp_path: Path) -> None:
    path = saved(tmp_path, a=np.zeros(3))
    digest = sha256(path.read_bytes()).hexdigest()
    load_arrays(path, KIND, VERSION, ["a"], digest)
    content = bytearray(path.read_bytes())
    content[-40] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreError, match="sha256"):
        load_arrays(path, KIND, VERSION, ["a"], digest)


def with_header(folder: Path, header: object) -> Path:
    """Write a file whose header says ``header``, with everything around it right."""
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    body = raw + bytes(-(64 + len(raw)) % 64) + bytes(64)
    preamble = struct.pack(
        "<8sHH4xQII16s16x", MAGIC, 1, VERSION, 64 + len(body), len(raw), zlib.crc32(raw), b"test"
    )
    path = folder / "h.nmg"
    path.write_bytes(preamble + body)
    return path


ENTRY = {"name": "a", "dtype": "int32", "shape": [3], "offset": 0}


def test_the_header_of_this_test_is_right(tmp_path: Path) -> None:
    assert load(with_header(tmp_path, {"arrays": [ENTRY], "meta": {}}), "a")["a"].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    "header",
    [
        b"\xff",
        b"[" * 40,
        b"[" * 200_000 + b"]" * 200_000,
        [],
        {"arrays": []},
        {"arrays": {}, "meta": {}},
        {"arrays": [1], "meta": {}},
        {"arrays": [ENTRY | {"dtype": "object"}], "meta": {}},
        {"arrays": [ENTRY | {"dtype": "<i4"}], "meta": {}},
        {"arrays": [ENTRY | {"shape": [-1]}], "meta": {}},
        {"arrays": [ENTRY | {"shape": [True]}], "meta": {}},
        {"arrays": [ENTRY | {"shape": [10**30]}], "meta": {}},
        {"arrays": [ENTRY | {"shape": [17]}], "meta": {}},
        {"arrays": [ENTRY | {"shape": [0, 10**30]}], "meta": {}},
        {"arrays": [ENTRY | {"shape": [0] + [2**40] * 3}], "meta": {}},
        {"arrays": [ENTRY | {"shape": [1] * 100}], "meta": {}},
        {"arrays": [ENTRY | {"offset": 4}], "meta": {}},
        {"arrays": [ENTRY | {"offset": -64}], "meta": {}},
        {"arrays": [ENTRY | {"name": 1}], "meta": {}},
        {"arrays": [ENTRY, ENTRY], "meta": {}},
        {"arrays": [ENTRY, ENTRY | {"offset": 64}], "meta": {}},
        {"arrays": [], "meta": {}},
    ],
)
def test_headers_that_lie(tmp_path: Path, header: object) -> None:
    refusal(with_header(tmp_path, header), "a")


def test_bool_bytes_must_be_0_or_1(tmp_path: Path) -> None:
    path = saved(tmp_path, a=np.zeros(4, bool))
    content = bytearray(path.read_bytes())
    content[-64] = 2
    path.write_bytes(content)
    assert "bytes 0 and 1" in refusal(path, "a")


@IN_FOLDER
@given(st.data())
def test_every_cut_is_noticed(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "streets.nmg"
    save_graph(path, small_graph(tmp_path))
    content = path.read_bytes()
    path.write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    with pytest.raises(StoreError):
        load_graph(path)


@IN_FOLDER
@given(st.data())
def test_a_flipped_bit_is_refused_or_leaves_a_sound_graph(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "streets.nmg"
    digest = save_graph(path, small_graph(tmp_path))
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(content)
    with pytest.raises(StoreError):
        load_graph(path, digest)
    with suppress(StoreError):
        load_graph(path)


@IN_FOLDER
@given(st.binary(max_size=300), st.booleans())
@example(b"", True)
def test_random_bytes_never_load(tmp_path: Path, raw: bytes, marked: bool) -> None:
    path = tmp_path / "a.nmg"
    path.write_bytes(MAGIC + raw if marked else raw)
    with pytest.raises(StoreError):
        load_graph(path)


def test_old_file_stays_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with suppress(ZeroDivisionError), written_aside(path) as file:
        file.write(b"new")
        file.write(bytes(1 // len(b"")))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"none/a\.nmg: expected a file that can be written, found No such file"
    ):
        save_arrays(tmp_path / "none" / "a.nmg", KIND, VERSION, {})


FULL_DISK = """
    import resource, sys
    import numpy as np
    from router.errors import InputError
    from router.store import save_arrays
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    try:
        save_arrays(sys.argv[1], "test", 1, {"a": np.zeros(1_000_000)})
    except InputError as error:
        print(error)
"""


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    """A limit on file size stands in for the full disk: the same error comes from the same call."""
    path = tmp_path / "a.nmg"
    path.write_bytes(b"old")
    command = [sys.executable, "-c", dedent(FULL_DISK), str(path)]
    result = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "LANG": "C.UTF-8"}
    )
    assert result.stdout.strip() == f"{path}: expected enough room on the disk, found File too large"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.data
def test_kochi_comes_back(tmp_path: Path, data_dir: Path) -> None:
    graph, _ = build_graph(read_streets(data_dir / "kochi" / "kochi.osm.pbf"))
    digest = save_graph(tmp_path / "kochi.nmg", graph)
    assert load_graph(tmp_path / "kochi.nmg", digest).digest == graph.digest
