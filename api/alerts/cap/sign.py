"""The signature of CAP messages and lists: XML-DSig, enveloped, ECDSA P-256 with SHA-256 (CAP 1.2, 3.3.4.1).

The live state's Ed25519 key is not used here: XML-DSig libraries do not know it.
"""

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID
from lxml import etree
from signxml.algorithms import CanonicalizationMethod
from signxml.signer import XMLSigner

from api.alerts.settings import AlertSettings
from router.errors import InputError, Problem

PEM_FILE = "cap-signing.pem"
"""Key and certificate in one file: they are made together or not at all."""
LIFE = timedelta(days=3650)
"""Of a certificate that we make ourselves; who checks it was given it by hand."""


@dataclass(frozen=True, slots=True)
class CapSigner:
    """Signs XML.

    Attributes
    ----------
    key : EllipticCurvePrivateKey
    certificate : Certificate
        Sent with every signature; receivers compare it with the one that they were given.
    """

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @classmethod
    def open(cls, settings: AlertSettings) -> Self:
        """Return the signer of the environment's key, or of the state folder's, made when there is none."""
        if settings.cap_key is not None and settings.cap_certificate is not None:
            pem = settings.cap_key.get_secret_value().encode() + b"\n" + settings.cap_certificate.read_bytes()
            return cls._read(pem, "NIGEMICHI_ALERTS_CAP_KEY, …_CAP_CERTIFICATE")
        path = settings.state_dir / PEM_FILE
        if not path.exists():
            _keep(path, _made(settings.sender))
        return cls._read(path.read_bytes(), str(path))

    @classmethod
    def _read(cls, pem: bytes, source: str) -> Self:
        """Read key and certificate; the message never holds what was found."""
        try:
            key, certificate = load_pem_private_key(pem, None), x509.load_pem_x509_certificate(pem)
        except (ValueError, TypeError):
            key, certificate = None, None
        fits = isinstance(key, ec.EllipticCurvePrivateKey) and certificate is not None
        if not fits or key.public_key() != certificate.public_key():  # type: ignore[union-attr]
            expected = "PEM of an elliptic-curve key and its certificate"
            raise InputError(Problem(source, "", expected, "something else"))
        return cls(key, certificate)  # type: ignore[arg-type]

    @property
    def certificate_pem(self) -> bytes:
        """The certificate, for those who check."""
        return self.certificate.public_bytes(Encoding.PEM)

    def sign(self, content: bytes) -> bytes:
        """Return XML with an enveloped signature as its last element."""
        signer = XMLSigner(
            signature_algorithm="ecdsa-sha256",
            digest_algorithm="sha256",
            c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
        )
        key = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        signed = signer.sign(etree.fromstring(content), key=key, cert=self.certificate_pem.decode())
        told: bytes = etree.tostring(signed, xml_declaration=True, encoding="UTF-8")
        return told


def _made(sender: str) -> bytes:
    """Return a new key and its own certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, sender[:64])])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = (
        builder.serial_number(x509.random_serial_number()).not_valid_before(now).not_valid_after(now + LIFE)
    )
    certificate = builder.sign(key, SHA256())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return pem + certificate.public_bytes(Encoding.PEM)


def _keep(path: Path, pem: bytes) -> None:
    """Write the file once; only this user can read it. Where another process was first, its key holds."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(pem)
        os.fsync(file.fileno())
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        aside.unlink()
