"""What a CRM's back end in Python (3.8 or later) does so that a page may show one client: the client's reference, the
credential that opens the client's record, and where the record is. In the view that the page asks (here with Django):

    def limpide(request, number):
        # Here, before anything is derived: may this user see this client? The book can't know.
        if not may_read(request.user, number):
            raise PermissionDenied
        epoch, shards = read_manifest(Path("/srv/book/manifest.json").read_bytes())
        answer = credential_for(secret, epoch, shards, number)  # and never into a log
        return JsonResponse(answer, headers={"Cache-Control": "no-store"})

To try it:
    LIMPIDE_BOOK_SECRET=<base64url> python3 credential.py <manifest.json, or - for standard input> <client's number>
"""
import base64
import hashlib
import hmac
import json
import os
import re
import sys

FORMAT = "limpide-book/1"


def read_secret(text):
    """32 bytes, given as base64url without padding."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]", text):
        raise ValueError("the master secret isn't 32 bytes of base64url")
    return base64.urlsafe_b64decode(text + "=")


def read_manifest(text):
    """The book's epoch and number of shards. A new epoch may come at any time: read it for each request."""
    header = json.loads(text)["header"]
    header = json.loads(base64.urlsafe_b64decode(header + "=" * (-len(header) % 4)))
    epoch, shards = header.get("epoch"), header.get("shards")
    known = header.get("format") == FORMAT and re.fullmatch("e[0-9a-f]+", str(epoch))
    if not (known and type(shards) is int and shards > 0):
        raise ValueError(f"the manifest isn't one of {FORMAT}")
    return epoch, shards


def derive(secret, salt, purpose):
    """HKDF-SHA-256 (RFC 5869): 32 bytes are one block of it."""
    extracted = hmac.new(salt.encode(), secret, "sha256").digest()
    return hmac.new(extracted, f"{FORMAT} {purpose}\x01".encode(), "sha256").digest()


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def credential_for(secret, epoch, shards, client):
    """client: the client's number as the book was published with it, as text"""
    ref = base64url(hmac.new(derive(secret, "", "ref"), client.encode(), "sha256").digest()[:16])
    key = base64url(derive(secret, epoch, f"record {ref}"))
    shard = int.from_bytes(hashlib.sha256(ref.encode()).digest()[:4], "big") % shards
    return {"ref": ref, "credential": f"{epoch}.{key}", "shard": f"records/{shard:05x}.bin"}


if __name__ == "__main__":
    try:
        if len(sys.argv) != 3 or not sys.argv[2]:
            raise ValueError("usage: python3 credential.py <manifest.json or -> <client>")
        master = read_secret(os.environ.get("LIMPIDE_BOOK_SECRET", ""))
        with open(0 if sys.argv[1] == "-" else sys.argv[1], "rb") as file:
            print(json.dumps(credential_for(master, *read_manifest(file.read()), sys.argv[2])))
    except Exception as error:
        sys.exit(f"{type(error).__name__}: {error}")
