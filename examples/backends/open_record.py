"""A back end in Python may read the book too, to print a letter for instance: open_record gives the JSON text of one
client's record from the bytes of its shard. ref, credential and the shard's place come from credential.py.

Python's standard library has no AES: this needs the package `cryptography` (pip install cryptography).

To try it: LIMPIDE_CREDENTIAL=<credential> python3 open_record.py <book>/<epoch>/records/<shard>.bin <ref>
"""
import base64
import hashlib
import os
import re
import struct
import sys
import zlib

try:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
except ImportError as error:
    raise ImportError("Python's standard library has no AES: install the package cryptography") from error


def open_record(shard, credential, ref):
    """Raises ValueError where the shard isn't whole, holds no such record, or the credential is for another."""
    parts = re.fullmatch(r"(e[0-9a-f]+)\.([A-Za-z0-9_-]{43})", credential)
    if not parts:
        raise ValueError("this isn't a credential")
    body = shard[:-32]
    if shard[:4] != b"LBS1" or hashlib.sha256(body).digest() != shard[-32:]:
        raise ValueError("this isn't a whole shard")
    tag = hashlib.sha256(ref.encode()).digest()[4:20]
    (records,) = struct.unpack_from(">H", body, 4)
    start = 6 + 28 * records
    for entry in range(6, start, 28):
        (length,) = struct.unpack_from(">I", body, entry + 24)
        if body[entry : entry + 16] == tag:
            return unseal(body[start : start + length], parts[1], base64.urlsafe_b64decode(parts[2] + "="), ref)
        start += length
    raise ValueError("the shard holds no record of this ref")


def unseal(sealed, epoch, key, ref):
    """Opens nonce (12 bytes), AES-256-GCM, tag (16 bytes); inside are a length, so much deflated JSON, and padding."""
    associated = f"limpide-book/1 record\n{epoch}\n{ref}".encode()
    try:
        plain = AESGCM(key).decrypt(sealed[:12], sealed[12:], associated)
    except InvalidTag:
        raise ValueError("the credential is for another record, or another epoch") from None
    (length,) = struct.unpack_from(">I", plain)
    return zlib.decompress(plain[4 : 4 + length], wbits=-15).decode()


if __name__ == "__main__":
    try:
        if len(sys.argv) != 3:
            raise ValueError("usage: python3 open_record.py <shard's file> <ref>")
        with open(sys.argv[1], "rb") as file:
            text = open_record(file.read(), os.environ.get("LIMPIDE_CREDENTIAL", ""), sys.argv[2])
        sys.stdout.buffer.write(text.encode())
    except Exception as error:
        sys.exit(f"{type(error).__name__}: {error}")
