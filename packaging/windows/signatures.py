"""Whether Windows' own kinds of signature are right: Authenticode in programs and libraries, and catalogues.

A third party packs the Python that we ship; who made its files is what the signatures say. Checked are the
digest of the file, the signature over it, and the chain of certificates up to a root that Microsoft trusts.
Not checked are expiry and revocation: Microsoft's certificates for signing live for three days, and the build
has no network.
"""

import contextlib
import hashlib
import re
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

HASHES: dict[bytes, hashes.HashAlgorithm] = {
    bytes.fromhex("2b0e03021a"): hashes.SHA1(),  # noqa: S303 - part of the format; what is signed with it is refused
    bytes.fromhex("608648016503040201"): hashes.SHA256(),
    bytes.fromhex("608648016503040202"): hashes.SHA384(),
    bytes.fromhex("608648016503040203"): hashes.SHA512(),
}
PEM = rb"(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----"
MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")


class SignatureWrongError(Exception):
    """A file is not what its signature says, or has none."""


@dataclass(frozen=True, slots=True)
class Node:
    """One value in DER, by its place in the whole."""

    whole: bytes
    tag: int
    start: int
    inner: int
    end: int

    @property
    def encoded(self) -> bytes:
        """With tag and length."""
        return self.whole[self.start : self.end]

    @property
    def content(self) -> bytes:
        """Without."""
        return self.whole[self.inner : self.end]

    def __iter__(self) -> Iterator["Node"]:
        at = self.inner
        while at < self.end:
            child = node(self.whole, at)
            yield child
            at = child.end


def node(data: bytes, at: int = 0) -> Node:
    """The value that begins here."""
    length, inner = data[at + 1], at + 2
    if length & 0x80:
        inner += length & 0x7F
        length = int.from_bytes(data[at + 2 : inner], "big")
    if inner + length > len(data):
        raise SignatureWrongError("the signature is cut off")
    return Node(data, data[at], at, inner, inner + length)


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed, and by whom: the certificate's own name for its organisation."""

    content: Node
    signer: str


def signed_program(file: Path, roots: Path) -> Signed:
    """Check a .exe, .dll or .pyd."""
    data = file.read_bytes()
    if data[:2] != b"MZ":
        raise SignatureWrongError("no program for Windows")
    header = struct.unpack_from("<I", data, 0x3C)[0]
    optional = header + 24
    directories = optional + (112 if struct.unpack_from("<H", data, optional)[0] == 0x20B else 96)
    entry = directories + 4 * 8  # the fifth: certificates
    place, length = struct.unpack_from("<II", data, entry)
    if not place:
        raise SignatureWrongError("not signed")
    checksum = optional + 64
    covered = data[:checksum] + data[checksum + 4 : entry] + data[entry + 8 : place] + data[place + length :]
    signed = _signed(data[place + 8 : place + length], roots)  # behind length, revision and kind
    algorithm, digest = list(signed.content)[1]
    if _digest(next(iter(algorithm)).content, covered) != digest.content:
        raise SignatureWrongError("was changed after it was signed")
    return signed


def signed_catalogue(file: Path, roots: Path) -> Signed:
    """Check a .cat: a signed list of digests."""
    return _signed(file.read_bytes(), roots)


def is_listed(file: Path, catalogue: Signed) -> bool:
    """Whether a file of any kind is one of those that the catalogue vouches for."""
    return hashlib.sha256(file.read_bytes()).digest() in catalogue.content.encoded


def _signed(data: bytes, roots: Path) -> Signed:
    _, explicit = node(data)
    parts = list(next(iter(explicit)))
    content = next(iter(list(parts[2])[1]))
    certificates = [x509.load_der_x509_certificate(one.encoded) for one in parts[3]]
    _, issuer, algorithm, attributes, _, signature, *_ = next(iter(parts[-1]))
    name, serial = issuer
    leaf = next(
        (one for one in certificates if one.serial_number == int.from_bytes(serial.content, "big")
         and one.issuer.public_bytes() == name.encoded),
        None,
    )  # fmt: skip
    if leaf is None:
        raise SignatureWrongError("the signer's certificate is missing")
    kind = next(iter(algorithm)).content
    stated = [list(one) for one in attributes]
    told = next((next(iter(value)).content for oid, value in stated if oid.content == MESSAGE_DIGEST), b"")
    if _digest(kind, content.content) != told:  # Authenticode leaves out the outermost tag
        raise SignatureWrongError("the signature is of something else")
    key = leaf.public_key()
    assert isinstance(key, rsa.RSAPublicKey)  # noqa: S101 - nothing else signs programs yet
    try:
        # The attributes are signed as the set that they are, not as the field in which they stand.
        key.verify(signature.content, b"\x31" + attributes.encoded[1:], padding.PKCS1v15(), HASHES[kind])
        _check_chain(leaf, certificates, roots)
    except InvalidSignature as error:
        raise SignatureWrongError("the signature is forged") from error
    (organisation,) = leaf.subject.get_attributes_for_oid(x509.NameOID.ORGANIZATION_NAME)
    return Signed(content, str(organisation.value))


def _digest(kind: bytes, data: bytes) -> bytes:
    algorithm = HASHES[kind]
    if isinstance(algorithm, hashes.SHA1):
        raise SignatureWrongError("signed with SHA-1, which proves nothing")
    return hashlib.new(algorithm.name, data).digest()


def _check_chain(leaf: x509.Certificate, others: list[x509.Certificate], roots: Path) -> None:
    trusted = _trusted(roots)
    now = leaf
    for _ in range(6):
        for issuer in trusted.get(now.issuer.public_bytes(), ()):
            now.verify_directly_issued_by(issuer)
            return
        above = next((one for one in others if one.subject == now.issuer and one != now), None)
        if above is None or not _may_issue(above):
            break
        now.verify_directly_issued_by(above)
        now = above
    raise SignatureWrongError(f"nobody whom Microsoft trusts stands behind {now.issuer.rfc4514_string()}")


def _may_issue(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


@cache
def _trusted(roots: Path) -> dict[bytes, list[x509.Certificate]]:
    """By their names as they stand; Microsoft trusts some old ones whose names and numbers break rules."""
    found: dict[bytes, list[x509.Certificate]] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for pem in re.findall(
            rb"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", roots.read_bytes(), re.DOTALL
        ):
            with contextlib.suppress(ValueError):
                root = x509.load_pem_x509_certificate(pem)
                found.setdefault(root.subject.public_bytes(), []).append(root)
    return found
