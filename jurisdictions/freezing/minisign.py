"""Keys and signatures by Ed25519, as minisign has them (https://jedisct1.github.io/minisign/)."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.utils.translation import gettext as _

PURE, HASHED, CHECKSUM = b"Ed", b"ED", b"B2"
NOT_ENCRYPTED = b"\0\0"
KEY_BYTES = 158
"""2 algorithm, 2 encryption, 2 checksum, 32 salt, 8 + 8 limits, 8 number, 64 keys, 32 checksum."""
NUMBER, SEED = slice(54, 62), slice(62, 94)


class KeyRefused(ValueError):
    """What was given as a key or a signature is none; says why."""


@dataclass(frozen=True, slots=True)
class Key:
    """A secret key with the number by which minisign tells keys apart."""

    number: bytes
    secret: Ed25519PrivateKey

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public key."""
        return self.secret.public_key().public_bytes_raw()

    @property
    def public_text(self) -> str:
        """The file of the public key, as `minisign -p` reads it."""
        shown = f"{int.from_bytes(self.number, 'little'):016X}"
        coded = b64encode(PURE + self.number + self.public).decode()
        return f"untrusted comment: minisign public key {shown}\n{coded}\n"


def write_key(file: Path) -> Key:
    """Make a key and write it to a new file that its owner alone can read.

    It is not encrypted, as `minisign -G -W` writes it. Raises FileExistsError.
    """
    key = Key(os.urandom(8), Ed25519PrivateKey.generate())
    both = key.number + key.secret.private_bytes_raw() + key.public
    told = PURE + NOT_ENCRYPTED + CHECKSUM + bytes(48) + both
    told += blake2b(PURE + both, digest_size=32).digest()
    text = f"untrusted comment: minisign unencrypted secret key\n{b64encode(told).decode()}\n"
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as to:
        to.write(text)
    return key


def read_key(file: Path) -> Key:
    """The key in a file. Raises KeyRefused for another file and for an encrypted key, OSError."""
    try:
        told = b64decode(file.read_text().splitlines()[1], validate=True)
    except (ValueError, IndexError):
        told = b""
    if len(told) != KEY_BYTES or told[:2] != PURE:
        raise KeyRefused(_("%(file)s is no key of minisign") % {"file": file})
    if told[2:4] != NOT_ENCRYPTED:
        raise KeyRefused(_("%(file)s is encrypted: take a key without password") % {"file": file})
    return Key(told[NUMBER], Ed25519PrivateKey.from_private_bytes(told[SEED]))


def signature_of(signed: bytes, key: Key, comment: str) -> str:
    """The text of a `.minisig`, of the BLAKE2b of the bytes; `comment` is trusted."""
    own = key.secret.sign(blake2b(signed).digest())
    whole = key.secret.sign(own + comment.encode())
    return (
        "untrusted comment: signature of the tracker's operator\n"
        f"{b64encode(HASHED + key.number + own).decode()}\n"
        f"trusted comment: {comment}\n"
        f"{b64encode(whole).decode()}\n"
    )


def check_signature(signed: bytes, signature: str, public_text: str) -> str:
    """The trusted comment of a signature that holds. Raises KeyRefused, saying what does not."""
    try:
        _untrusted, own, comment, whole, *_rest = signature.splitlines()
        told, public = b64decode(own), b64decode(public_text.splitlines()[1])
        trusted = comment.removeprefix("trusted comment: ")
        key = Ed25519PublicKey.from_public_bytes(public[10:])
        if told[2:10] != public[2:10] or told[:2] != HASHED:
            raise KeyRefused(_("The signature is of another key."))
        key.verify(told[10:], blake2b(signed).digest())
        key.verify(b64decode(whole), told[10:] + trusted.encode())
    except (ValueError, IndexError, InvalidSignature) as wrong:
        if isinstance(wrong, KeyRefused):
            raise
        raise KeyRefused(_("The signature does not hold.")) from None
    return trusted
