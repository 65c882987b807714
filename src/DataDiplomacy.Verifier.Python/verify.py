#!/usr/bin/env python3
"""A second verifier of DataDiplomacy packages, in one file of plain Python (3.8 or later, standard library only).

It shares no code with the first one (src/DataDiplomacy.Verifier), so that an expert can check either by the other.

    verify.py merkle FILE.json
    verify.py note --vkey VKEY FILE
    verify.py proof --policy FILE --leaf FILE PROOF
    verify.py package PACKAGE.zip|FOLDER --policy FILE [--custodian PEM]
    verify.py jcs FILE.json

Exit code 0: valid. 1: not valid or refused. 2: usage or unreadable file. One JSON object on standard output; of jcs the canonical bytes. No network.
Written from RFC 6962 (Merkle trees), RFC 8032 (Ed25519), RFC 8785 (canonical JSON), RFC 8493 (bags), DSSE and the C2SP formats
signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy and tlog-proof.
"""
import base64, binascii, hashlib, hmac, json, os, re, sys, zipfile

P = 2 ** 255 - 19
L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


class Refused(Exception):
    """What was checked does not hold; says why, and what else was found."""

    found = {}


# ---- Ed25519 (RFC 8032, 5.1) ----
def _add(a, b):
    x = (a[1] - a[0]) * (b[1] - b[0]) % P
    y = (a[1] + a[0]) * (b[1] + b[0]) % P
    z = 2 * a[3] * b[3] * D % P
    w = 2 * a[2] * b[2] % P
    e, f, g, h = y - x, w - z, w + z, y + x
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = _add(result, point)
        point = _add(point, point)
        n >>= 1
    return result


def _decode(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2 ** 255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = _decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r, s = _decode(public), _decode(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = _times(s, BASE), _add(r, _times(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# ---- Merkle trees (RFC 6962, 2.1) ----
def leaf_hash(data):
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of(hashes):
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = 1 << ((len(hashes) - 1).bit_length() - 1)
    return node_hash(root_of(hashes[:k]), root_of(hashes[k:]))


def included(index, size, leaf, path, root):
    if index >= size or len(leaf) != 32:
        return False
    node, last, value = index, size - 1, leaf
    for each in path:
        if last == 0 or len(each) != 32:
            return False
        if node & 1 or node == last:
            value = node_hash(each, value)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            value = node_hash(value, each)
        node, last = node >> 1, last >> 1
    return last == 0 and value == root


def consistent(old, new, old_root, new_root, path):
    if old == 0 or old > new:
        return False
    if old == new:
        return not path and old_root == new_root
    if not path:
        return False
    path = [old_root] + path if old & (old - 1) == 0 else path
    if len(path[0]) != 32:
        return False
    node, last = old - 1, new - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    older = newer = path[0]
    for each in path[1:]:
        if last == 0 or len(each) != 32:
            return False
        if node & 1 or node == last:
            older, newer = node_hash(each, older), node_hash(each, newer)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            newer = node_hash(newer, each)
        node, last = node >> 1, last >> 1
    return last == 0 and older == old_root and newer == new_root


# ---- Notes, checkpoints, policies, proofs (C2SP) ----
def b64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Refused("%r is no base64" % text)
    if base64.b64encode(data).decode() != text:
        raise Refused("%r is no canonical base64" % text)
    return data


def is_name(name):
    return bool(name) and "+" not in name and not any(c.isspace() for c in name)


class Key:
    def __init__(self, vkey):
        parts = vkey.split("+", 2)
        if len(parts) != 3 or not is_name(parts[0]):
            raise Refused("the vkey is none: " + vkey)
        data = b64(parts[2])
        if len(data) != 33 or data[0] not in (1, 4):
            raise Refused("the vkey is of a type that is not known here")
        self.name, self.kind, self.public = parts[0], data[0], data[1:]
        self.id = hashlib.sha256(self.name.encode() + b"\n" + data).digest()[:4]
        if self.id.hex() != parts[1]:
            raise Refused("the id of the vkey is not that of its name and key")


class Note:
    def __init__(self, data):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("the note is no UTF-8")
        if any(c < " " and c != "\n" for c in text):
            raise Refused("the note holds a control character")
        at = text.rfind("\n\n")
        if not text.endswith("\n") or at < 0:
            raise Refused("the note has no signatures, or does not end with a line feed")
        self.text, self.signatures = text[: at + 1], []
        lines = text[at + 2 :].split("\n")[:-1]
        if not 1 <= len(lines) <= 100:
            raise Refused("the note has %d signatures" % len(lines))
        for line in lines:
            parts = line.split(" ")
            if len(parts) != 3 or parts[0] != "\u2014" or not is_name(parts[1]) or len(b64(parts[2])) < 5:
                raise Refused("a signature line is malformed")
            self.signatures.append((parts[1], b64(parts[2])[:4], b64(parts[2])[4:]))

    def signed_by(self, key):
        """True: by this key. False: wrong. None: not at all."""
        found = None
        for name, key_id, signature in self.signatures:
            if name != key.name or key_id != key.id:
                continue
            if key.kind == 1:
                good = ed25519(key.public, self.text.encode(), signature)
            else:
                at = int.from_bytes(signature[:8], "big")
                good = len(signature) == 72 and ed25519(key.public, ("cosignature/v1\ntime %d\n" % at + self.text).encode(), signature[8:])
            if not good:
                return False
            found = True
        return found


def number(text):
    if not re.fullmatch(r"0|[1-9][0-9]*", text) or int(text) >= 2 ** 64:
        raise Refused("%r is no number" % text)
    return int(text)


def checkpoint(text):
    lines = text.split("\n")[:-1]
    if len(lines) < 3 or not all(lines):
        raise Refused("the checkpoint is malformed")
    root = b64(lines[2])
    if len(root) != 32:
        raise Refused("the root has not 32 bytes")
    return lines[0], number(lines[1]), root


class Policy:
    def __init__(self, data):
        self.logs, self.names, self.witnesses, members, quorums = [], {}, {}, set(), []
        for line in data.decode("latin-1").split("\n"):
            if any(c < " " and c != "\t" or c == "\x7f" for c in line):
                raise Refused("a control character in the policy")
            items = [i for i in re.split(r"[ \t]+", line) if i]
            if not items or items[0].startswith("#"):
                continue
            if items[0] == "log" and len(items) in (2, 3):
                key = Key(items[1])
                if key.kind != 1 or any(l.public == key.public for l in self.logs):
                    raise Refused("a log twice, or of another type")
                self.logs.append(key)
            elif items[0] == "witness" and len(items) in (3, 4):
                key = Key(items[2])
                if key.kind != 4 or any(w.public == key.public for w in self.witnesses.values()):
                    raise Refused("a witness twice, or of another type")
                self._define(items[1], None)
                self.witnesses[items[1]] = key
            elif items[0] == "group" and len(items) >= 4:
                names = items[3:]
                for name in names:
                    if name not in self.names or name in members:
                        raise Refused(name + " is not defined above, or already a member")
                    members.add(name)
                k = {"any": 1, "all": len(names)}.get(items[2]) or number(items[2])
                if not 1 <= k <= len(names):
                    raise Refused("a threshold that no group has")
                self._define(items[1], (k, names))
            elif items[0] == "quorum" and len(items) == 2 and not quorums:
                if items[1] != "none" and items[1] not in self.names:
                    raise Refused("the quorum is not defined above")
                quorums.append(items[1])
            else:
                raise Refused("a line of the policy is malformed: " + line)
        if not quorums:
            raise Refused("the policy has no quorum")
        self.quorum = quorums[0]

    def _define(self, name, group):
        if name == "none" or name in self.names:
            raise Refused("the name %s is taken" % name)
        self.names[name] = group

    def _met(self, name, note):
        group = self.names[name]
        if group is None:
            return note.signed_by(self.witnesses[name]) is True
        return sum(self._met(member, note) for member in group[1]) >= group[0]

    def accept(self, note):
        origin, size, root = checkpoint(note.text)
        signed = [note.signed_by(log) for log in self.logs if log.name == origin]
        if False in signed or True not in signed:
            raise Refused("the checkpoint is not signed by a log of the policy")
        if self.quorum != "none" and not self._met(self.quorum, note):
            raise Refused("the quorum is not met")
        return size, root


def check_proof(data, entry, policy):
    at = data.find(b"\n\n")
    if at < 0:
        raise Refused("the proof has no checkpoint")
    lines = data[:at].decode("utf-8", "replace").split("\n")
    if lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise Refused("this is no proof")
    if lines and lines[0].startswith("extra "):
        b64(lines.pop(0)[6:])
    if not lines or not lines[0].startswith("index "):
        raise Refused("the proof has no index")
    index, path = number(lines[0][6:]), [b64(line) for line in lines[1:]]
    size, root = policy.accept(Note(data[at + 2 :]))
    if len(path) > 64 or not included(index, size, leaf_hash(entry), path, root):
        raise Refused("the path does not lead from this entry to the root of the checkpoint")
    return index


# ---- Statements and packages ----
def written(value):
    """A number as ECMAScript writes it (RFC 8785, 3.2.2.3): the double next to it, by the shortest digits that give it back."""
    try:
        value = float(value)
    except OverflowError:
        value = float("inf")
    if value - value != 0:
        raise Refused("a number is beyond what a double holds")
    if value == 0:
        return "0"
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(digits) - len(fraction) + int(exponent or 0)
    digits, sign = digits.rstrip("0"), "-" if value < 0 else ""
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    return "%s%s%se%+d" % (sign, digits[0], "." + digits[1:] if digits[1:] else "", point - 1)


def canonical(value):
    """The one text of a value (RFC 8785)."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda k: k.encode("utf-16-be"))
        return "{" + ",".join(canonical(k) + ":" + canonical(value[k]) for k in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(v) for v in value) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return written(value)
    return json.dumps(value, ensure_ascii=False)


def is_deeper(value, most):
    level = [value]
    for _ in range(most):
        level = [inner for each in level if isinstance(each, (dict, list)) for inner in (each.values() if isinstance(each, dict) else each)]
    return any(isinstance(each, (dict, list)) for each in level)


def strict_value(raw, place, depth=64):
    """UTF-8 without byte order mark in which no name is twice, and no half of a character stands alone: two readers may take different ones."""
    def once(pairs):
        if len({name for name, _ in pairs}) != len(pairs):
            raise Refused("%s has a name twice" % place)
        return dict(pairs)

    def never(text):
        raise Refused("%s holds %s, which is no JSON" % (place, text))

    found = json.loads(raw.decode("utf-8"), object_pairs_hook=once, parse_constant=never)
    if is_deeper(found, depth):
        raise Refused("%s is nested too deep" % place)
    if b"\\u" in raw:
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    return found


def strict_json(files, path):
    if path not in files:
        raise Refused(path + " is missing")
    if len(files[path]) > longest(path):
        raise Refused("%s is longer than %d bytes, not read" % (path, longest(path)))
    found = strict_value(files[path], path)
    if not isinstance(found, dict):
        raise Refused(path + " is no object")
    return found


def longest(path):
    """What grows with each event may be long."""
    grows = path in ("data/completeness.json", "tagmanifest-sha256.txt") or re.fullmatch(r"data/items/[^/]+/(disclosures|statements)\.json", path)
    return (256 if grows else 16) * 1024 * 1024


def commitment(disclosure):
    if not isinstance(disclosure, dict) or set(disclosure) != set("npsv") or not all(isinstance(disclosure[k], str) for k in "nps"):
        raise Refused("a disclosure has the texts n, p and s, a value v, and nothing else")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", disclosure["s"]):
        raise Refused("a salt is no base64url")
    salt = base64.urlsafe_b64decode(disclosure["s"] + "=" * (-len(disclosure["s"]) % 4))
    if len(salt) < 16 or base64.urlsafe_b64encode(salt).rstrip(b"=").decode() != disclosure["s"]:
        raise Refused("a salt below 128 bits, or not as base64url is written")
    digest = hashlib.sha256(canonical(disclosure).encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


ED25519 = bytes.fromhex("302a300506032b6570032100")


def packaged_key(pem):
    """The key as the exporter writes it, and nothing before or after; None without one: every statement then fails, and says so."""
    match = re.fullmatch(rb"-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n", pem)
    der = base64.b64decode(match.group(1)) if match else b""
    return der[12:] if der[:12] == ED25519 and base64.b64encode(der) == match.group(1) else None


def pinned_key(path):
    """The reader's own key: one block of PEM."""
    match = re.fullmatch(rb"\s*-----BEGIN PUBLIC KEY-----\s([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*", read(path))
    try:
        der = base64.b64decode(match.group(1)) if match else b""
    except binascii.Error:
        der = b""
    if len(der) != 44 or der[:12] != ED25519:
        raise OSError("%s holds no Ed25519 public key as PEM" % path)
    return der[12:]


def envelope_bytes(text):
    """Either alphabet of base64, as envelopes may have it, and nothing else."""
    text = text.replace("-", "+").replace("_", "/")
    if not re.fullmatch(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", text):
        raise Refused("an envelope holds no base64")
    return base64.b64decode(text)


def files_of(path):
    """The files of a bag, from a zip with the bag in it or in its one folder, or from the folder of the bag itself."""
    if os.path.isdir(path):
        return files_below(path)
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if not n.endswith("/")]
        heads = {n.split("/")[0] for n in names}
        strip = len(next(iter(heads))) + 1 if "bagit.txt" not in names and len(heads) == 1 else 0
        if len(set(names)) != len(names):
            raise Refused("a path is there twice")
        return {n[strip:]: archive.read(n) for n in names}


def files_below(root):
    files = {}
    for folder, folders, names in os.walk(root):
        for name in folders + names:
            if os.path.islink(os.path.join(folder, name)):
                raise Refused("bag: %s is a link" % os.path.relpath(os.path.join(folder, name), root))
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                files[os.path.relpath(file.name, root).replace(os.sep, "/")] = file.read()
    return files


def check_bag(files):
    payload = {p for p in files if p.startswith("data/")}
    if files.get("bagit.txt") != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n" or "tagmanifest-sha256.txt" not in files:
        raise Refused("bag: bagit.txt or the tag manifest is missing or another")
    for name in ("manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt"):
        listed = {}
        for line in files.get(name, b"").decode("utf-8").splitlines():
            digest, _, path = line.partition("  ")
            listed[path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")] = digest
        if not name.startswith("tag") and set(listed) != payload:
            raise Refused("bag: %s does not list what is there" % name)
        for path, digest in listed.items():
            found = hashlib.new("sha512" if "512" in name else "sha256", files.get(path, b"")).hexdigest()
            if path not in files or not hmac.compare_digest(found, digest):
                raise Refused("bag: %s is not what %s says" % (path, name))


TEXT, WHOLE, MAYBE = (str,), (int,), (str, type(None))
CUSTODY = "application/vnd.datadiplomacy.custody-event.v1+json"
STATEMENT = "application/vnd.datadiplomacy.evidence-statement.v1+json"
EXPORT = "application/vnd.datadiplomacy.evidence-export.v1+json"
MEMBERS = {
    CUSTODY: {"actor": TEXT, "afterSize": WHOLE, "at": TEXT, "commitments": (dict,), "prev": MAYBE, "record": TEXT, "seq": WHOLE, "tool": TEXT, "type": TEXT, "v": WHOLE},
    STATEMENT: {"about": MAYBE, "actor": TEXT, "afterSize": WHOLE, "at": TEXT, "body": (dict,), "id": TEXT, "kind": TEXT, "record": TEXT, "tool": TEXT, "v": WHOLE},
    EXPORT: {"actor": MAYBE, "afterSize": WHOLE, "at": TEXT, "package": TEXT, "records": WHOLE, "tagManifestSha256": TEXT, "tool": TEXT, "v": WHOLE},
}
NO_STATEMENTS = {"included": 0, "withheld": 0, "erased": 0}
REASONS = ("hiddenRecord", "erasedRecord")
FAULTS = (Refused, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def is_exact(value):
    """Statements hold whole numbers that a double holds too; decimals are texts."""
    if isinstance(value, (dict, list)):
        return all(is_exact(each) for each in (value.values() if isinstance(value, dict) else value))
    return not isinstance(value, float) and (not isinstance(value, int) or abs(value) < 2 ** 53)


def typed_statement(files, path, key, kind):
    """What is stated in an envelope of this type: canonical, with the members of its kind and no other, and signed by the custodian."""
    envelope = strict_json(files, path)
    signatures = [envelope_bytes(each["sig"]) for each in envelope["signatures"]]
    body, named = envelope_bytes(envelope["payload"]), envelope["payloadType"].encode()
    signed = b"DSSEv1 %d %s %d %s" % (len(named), named, len(body), body)
    if key is None or not 1 <= len(signatures) <= 64 or not any(ed25519(key, signed, each) for each in signatures):
        raise Refused("%s is not signed by the custodian" % path)
    said, members = strict_value(body, path), MEMBERS[kind]
    if envelope["payloadType"] != kind or canonical(said).encode() != body:
        raise Refused("%s is another kind of statement, or not canonical" % path)
    if set(said) != set(members) or any(type(said[name]) not in members[name] for name in members) or said["v"] != 1 or not is_exact(said):
        raise Refused("%s is no statement of its kind" % path)
    if not all(isinstance(each, str) for each in said.get("commitments", {}).values()):
        raise Refused("%s commits to something by no text" % path)
    return said


def count_events(record, files):
    count = 0
    while "data/items/%s/events/%d.dsse.json" % (record, count + 1) in files:
        count += 1
    return count


def check_record(record, files, policy, key, seen):
    """The chain, the log, the disclosures and the content of one record; says whether it was erased, and what was seen."""
    item, before, erased, count = "data/items/%s/" % record, None, False, count_events(record, files)
    disclosed, digest, waiting, statements, opened, named = strict_json(files, item + "disclosures.json"), None, [], {}, {}, []
    for sequence in range(1, count + 1):
        envelope, entry = "%sevents/%d.dsse.json" % (item, sequence), files.get("proofs/%s/%d.entry" % (record, sequence), b"")
        statement = typed_statement(files, envelope, key, CUSTODY)
        if (statement["record"], statement["seq"], statement["prev"]) != (record, sequence, before) or erased:
            raise Refused("event %d of %s does not continue the chain" % (sequence, record))
        check_proof(files.get("proofs/%s/%d.tlog-proof" % (record, sequence), b""), entry, policy)
        erased, before = statement["type"] == "erased", hashlib.sha256(files[envelope]).hexdigest()
        given, path = [d for d in disclosed.get(str(sequence), []) if not is_slot(d)], "/records/%s/events/%d" % (record, sequence)
        statements[sequence] = statement
        if not given:
            waiting.append(sequence)
            continue
        expected = canonical({"v": 1, "kind": "custodyEvent", "commitment": commitment(given[0])}).encode()
        if given[0]["n"] != "event" or given[0]["p"] != path or given[0]["v"] != before or expected != entry:
            raise Refused("event %d of %s is not what its leaf commits to" % (sequence, record))
        for each in given[1:]:
            if each["p"] != path or statement["commitments"].get(each["n"]) != commitment(each):
                raise Refused("%s of event %d of %s is not what was committed to" % (each["n"], sequence, record))
            opened[sequence, each["n"]] = each["v"]
            if sequence == 1 and each["n"] == "sha256":
                digest = each["v"]
            if statement["type"] in ("verified", "assessed") and each["n"] in ("statement", "verification"):
                named.append(each["v"])
    if count == 0 or (waiting and not erased):
        raise Refused("%s has no events, or events that nothing opens" % record)
    # The salts of events before an erasure are destroyed; they are bound by the receipt, since each event names the hash of the one before.
    if erased and count in waiting:
        raise Refused("%s has an event of its erasure that nothing opens: nothing binds it, and those before it, to the log" % record)
    original = files.get(item + "original.bin")
    if erased != (original is None) or (not erased and hashlib.sha256(original).hexdigest() != digest):
        raise Refused("the content of %s is not what was taken in" % record)
    seen[record] = {"statements": statements, "opened": opened, "digest": digest, "erased": erased, "disclosed": disclosed, "named": named}
    return erased


# ---- Redactions ----
def is_slot(entry):
    return isinstance(entry, dict) and "withheld" in entry


def withholdable(statement):
    """What names the other record of a redaction; of all other events nothing may be withheld."""
    if statement["type"] != "redacted":
        return ()
    for names in (("parent", "parentSha256"), ("child", "outputSha256")):
        if names[0] in statement["commitments"]:
            return names
    return ()


def withheld_slots(record, seen):
    """A slot holds the name of a commitment and the reason and nothing else, or it could hold anything."""
    withheld = set()
    for number_of, given in seen["disclosed"].items():
        statement = next((s for n, s in seen["statements"].items() if str(n) == number_of), None)
        if statement is None or not isinstance(given, list):
            raise Refused("the disclosures of %s hold %r, which is no list of an event" % (record, number_of))
        for slot in filter(is_slot, given):
            name, place = slot.get("name"), (statement["seq"], slot.get("name"))
            if set(slot) != {"name", "withheld"} or not isinstance(name, str) or slot["withheld"] not in REASONS:
                raise Refused("a withheld slot of %s holds something else than a name and a reason" % record)
            if name not in statement["commitments"] or name not in withholdable(statement):
                raise Refused("%s of event %d of %s cannot be withheld" % (name, statement["seq"], record))
            if place in withheld or place in seen["opened"]:
                raise Refused("%s of event %d of %s is there twice" % (name, statement["seq"], record))
            withheld.add(place)
    return withheld


def check_redaction(record, files, all_seen):
    """A record that is, or says it is, a redaction: its own event, before any export, with all but its original disclosed."""
    if record not in all_seen:
        return "notPerformed", "Its events, or what they disclose, do not hold."
    seen = all_seen[record]
    statements, opened, withheld = seen["statements"], seen["opened"], withheld_slots(record, seen)
    said = strict_json(files, "data/items/%s/record.json" % record).get("redactionOf")
    own = [s for _, s in sorted(statements.items()) if s["type"] == "redacted" and "parent" in s["commitments"]]
    if len(own) > 1 or not own and (said is not None or "derivation" in statements[1]["commitments"]):
        raise Refused("%s is said to be a redaction, and not one event of it says so" % record)
    if not own:
        return "notApplicable", "The record is no redaction, and nothing of it is withheld."
    event = own[0]["seq"]
    if any(s["type"] == "exported" and n < event for n, s in statements.items()):
        raise Refused("%s was redacted after an export" % record)
    if seen["erased"]:
        return "notApplicable", "The redaction was erased; the event by which it came to be remains."
    if any((event, name) not in opened and (event, name) not in withheld for name in own[0]["commitments"]):
        raise Refused("event %d of %s neither discloses nor withholds all that it commits to" % (event, record))
    parent, digest, output = (opened.get((event, name)) for name in ("parent", "parentSha256", "outputSha256"))
    ended = {"name": "parentSha256", "withheld": "erasedRecord"} in seen["disclosed"].get(str(event), [])
    if ((event, "parent") in opened) != ((event, "parentSha256") in opened) and not ended:
        raise Refused("event %d of %s discloses half of what it says of its original" % (event, record))
    if output is None or output != seen["digest"]:
        raise Refused("event %d of %s says another SHA-256 than the content has" % (event, record))
    if said is not None and said != parent:
        raise Refused("record.json of %s names another original than its event" % record)
    original = all_seen.get(parent) if isinstance(parent, str) else None
    if original and not original["erased"]:
        names_it = any(original["opened"].get((n, "child")) == record and original["opened"].get((n, "outputSha256")) == output
                       for n, s in original["statements"].items() if s["type"] == "redacted")
        if digest is None or digest != original["digest"] or not names_it:
            raise Refused("%s and its original %s do not agree" % (record, parent))
    return "pass", "Event %d: %s" % (event, "its original is withheld." if parent is None else "a redaction of %s." % parent)


def check_export(files, key, records):
    """The package as a whole: the custodian signed the tag manifest, and no tag file is beside it."""
    if "export.dsse.json" not in files:
        raise Refused("export.dsse.json is missing: nobody signed the package as a whole")
    manifest = files.get("tagmanifest-sha256.txt", b"")
    listed = {line.partition("  ")[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%") for line in manifest.decode("utf-8").splitlines()}
    outside = ("tagmanifest-sha256.txt", "export.dsse.json")
    beside = sorted(p for p in files if not p.startswith("data/") and p not in outside and (p not in listed or p.startswith("tagmanifest-")))
    if beside:
        raise Refused("%s is not among the files that were signed" % beside[0])
    said = typed_statement(files, "export.dsse.json", key, EXPORT)
    if said["tagManifestSha256"] != hashlib.sha256(manifest).hexdigest() or said["records"] != len(records):
        raise Refused("another tag manifest, or another number of records, was signed")
    return "pass", "The custodian packed %s on %s for %s. Shows who packed it and what, not that nothing was withheld." % (said["package"], said["at"], said["actor"] or "anyone")


def statement_counts(record, files, erased):
    """The statements that are there: with an envelope, and with a leaf; and how many that is as the statement of completeness counts them."""
    between = lambda start, end: sorted(p[len(start) : -len(end)] for p in files if p.startswith(start) and p.endswith(end))
    envelopes, leaves = between("data/items/%s/statements/" % record, ".dsse.json"), between("proofs/%s/statements/" % record, ".entry")
    alone = len(set(leaves) - set(envelopes))
    return envelopes, leaves, {"included": len(envelopes), "withheld": 0 if erased else alone, "erased": alone if erased else 0}


def stated_statements(stated, record):
    """As a text, in which 1, 1.0 and true are not the same."""
    return json.dumps(stated.get("statements", {}).get(record, NO_STATEMENTS), sort_keys=True)


def check_statements(record, files, policy, key, seen):
    """Reports of checks, assessments and reviews: signed, in the log, and as many as stated."""
    erased = record in seen and seen[record]["erased"]
    envelopes, leaves, counts = statement_counts(record, files, erased)
    if stated_statements(strict_json(files, "data/completeness.json"), record) != json.dumps(counts, sort_keys=True):
        raise Refused("another number of statements than stated")
    opening = strict_json(files, "data/items/%s/statements.json" % record) if "data/items/%s/statements.json" % record in files else {}
    if set(opening) != set(envelopes) or (erased and envelopes):
        raise Refused("what is opened are not the statements that are there")
    lost = sorted(set(seen[record]["named"] if record in seen else []) - set(leaves))
    if lost:
        raise Refused("%s is named by an event, and is missing" % lost[0])
    for each in leaves:
        place = "proofs/%s/statements/%s" % (record, each)
        check_proof(files.get(place + ".tlog-proof", b""), files[place + ".entry"], policy)
    for each in envelopes:
        path, opened = "data/items/%s/statements/%s.dsse.json" % (record, each), opening[each]
        said, given = typed_statement(files, path, key, STATEMENT), opened["disclosure"]
        if not {"kind", "about", "disclosure"} <= set(opened) <= {"kind", "about", "disclosure", "aboutOutside"} or opened.get("aboutOutside", True) is not True:
            raise Refused("%s is opened by something else than kind, about and disclosure" % each)
        if (said["record"], said["id"], said["kind"], said["about"]) != (record, each, opened["kind"], opened["about"]):
            raise Refused("%s is another statement, or of another record, than it is announced as" % each)
        if said["about"] is not None and said["about"] not in leaves and "aboutOutside" not in opened:
            raise Refused("%s is about %s, which is missing" % (each, said["about"]))
        expected = canonical({"v": 1, "kind": "evidenceStatement", "commitment": commitment(given)}).encode()
        named = (given["n"], given["p"], given["v"]) == ("statement", "/records/%s/statements/%s" % (record, each), hashlib.sha256(files[path]).hexdigest())
        if not named or expected != files.get("proofs/%s/statements/%s.entry" % (record, each)):
            raise Refused("%s is not what its leaf commits to" % each)
    if not leaves:
        return "notApplicable", "No checks were run on it and no claims about it were assessed."
    return "pass", "%(included)d included, %(withheld)d withheld, %(erased)d erased." % counts


FIXED = {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "export.dsse.json", "proofs/policy.txt",
         "proofs/custodian.pem", "verify/README.txt", "verify/verify.py", "data/completeness.json", "data/report.html"}


def paths_of(record, files):
    """All that a package may have of a record; nothing else."""
    item, place = "data/items/%s/" % record, "proofs/%s/" % record
    yield from (item + name for name in ("original.bin", "record.json", "disclosures.json", "statements.json"))
    for sequence in range(1, count_events(record, files) + 1):
        yield "%sevents/%d.dsse.json" % (item, sequence)
        yield from ("%s%d.%s" % (place, sequence, end) for end in ("entry", "tlog-proof", "stamped.tlog-proof"))
    envelopes, leaves, _ = statement_counts(record, files, False)
    yield from ("%sstatements/%s.dsse.json" % (item, each) for each in envelopes if "/" not in each)
    yield from ("%sstatements/%s.%s" % (place, each, end) for each in leaves if "/" not in each for end in ("entry", "tlog-proof", "stamped.tlog-proof"))


def check_completeness(files, records, erased):
    """What is stated is there, and nothing beside it: a file that no check reads could hold what was removed of a redaction."""
    known = FIXED.union(*(paths_of(record, files) for record in records))
    for path in sorted(files):
        if path not in known and not re.fullmatch(r"proofs/timestamps/[^/]*\.(checkpoint|tsr|tst|roots\.pem)", path):
            raise Refused("%s is no file of a package" % path)
        if path.endswith(".json") and len(files[path]) > longest(path):
            raise Refused("%s is longer than %d bytes, not read" % (path, longest(path)))
    stated = strict_json(files, "data/completeness.json")
    if any(stated_statements(stated, r) != json.dumps(statement_counts(r, files, r in erased)[2], sort_keys=True) for r in records):
        raise Refused("the numbers of statements are not those of the statement of completeness")
    if any(json.dumps(stated["events"].get(r)) != str(count_events(r, files)) for r in records):
        raise Refused("the numbers of events are not those of the statement of completeness")
    if not records or sorted(stated["included"] + stated["erased"]) != records or sorted(stated["erased"]) != erased:
        raise Refused("the records are not those of the statement of completeness")
    return "pass", "%d records, as stated, and no other files." % len(records)


def check_time(files):
    """Says what this program passes over."""
    if not any(p.startswith("proofs/timestamps/") and p.endswith((".tsr", ".tst")) for p in files):
        return "notApplicable", "The package has no time-stamps."
    return "notPerformed", ("This program does not check time-stamps (RFC 3161). openssl does, under roots that you have from the authority: openssl ts -verify "
        "-data proofs/timestamps/SIZE.checkpoint -in proofs/timestamps/SIZE.NAME.tsr -CAfile ROOTS.pem; an old one needs -attime SECONDS. So does the first verifier: --roots ROOTS.pem.")


class Checks(list):
    """What was checked, each with its outcome: one that fails does not hide the others."""

    def run(self, code, record, check):
        try:
            outcome, detail = check()
        except FAULTS as error:
            outcome, detail = "fail", str(error) or type(error).__name__
        self.append({"code": code, "record": record, "outcome": outcome, "detail": detail})
        return outcome

    def failed(self):
        return " | ".join("%s %s: %s" % (c["code"], c["record"], c["detail"]) for c in self if c["outcome"] == "fail")


def package(path, policy_file, custodian):
    files, policy, checks, erased, seen = files_of(path), Policy(read(policy_file)), Checks(), [], {}
    key = packaged_key(files.get("proofs/custodian.pem", b"")) if custodian is None else pinned_key(custodian)
    records = sorted({p.split("/")[2] for p in files if p.startswith("data/items/")})
    checks.run("bag", None, lambda: check_bag(files) or ("pass", "The files are those of the manifests."))
    checks.run("export", None, lambda: check_export(files, key, records))
    for record in records:
        def whole():
            if check_record(record, files, policy, key, seen):
                erased.append(record)
            return "pass", "The chain of its events, the log, what is disclosed and the content."
        checks.run("record", record, whole)
        checks.run("statements", record, lambda: check_statements(record, files, policy, key, seen))
    for record in records:
        checks.run("redaction", record, lambda: check_redaction(record, files, seen))
    checks.run("time", None, lambda: check_time(files))
    checks.run("completeness", None, lambda: check_completeness(files, records, erased))
    if checks.failed():
        refused = Refused(checks.failed())
        refused.found = {"checks": checks}
        raise refused
    limits = "Nothing was changed since it was taken in; not that it is true."
    if custodian is None:
        limits += " The custodian's key came with the package; the log vouches for it."
    return {"records": len(records), "erased": len(erased), "custodianPinned": custodian is not None, "checks": checks, "limits": limits}


def merkle(path):
    v = json.loads(read(path))
    raw = lambda name: base64.b64decode(v.get(name) or "")
    hashes = lambda of: [base64.b64decode(h) for h in (of.get("proof") or [])]
    if "proofs" in v:
        for p in v["proofs"]:
            good = (consistent(p["size1"], v["size2"], base64.b64decode(p["root1"]), raw("root2"), hashes(p)) if "size2" in v
                    else included(p["leafIdx"], v["treeSize"], base64.b64decode(p["leafHash"]), hashes(p), raw("root")))
            if not good:
                raise Refused("a proof does not hold")
    elif "leavesHex" in v:
        leaves = [leaf_hash(bytes.fromhex(h)) for h in v["leavesHex"]]
        if [h.hex() for h in leaves] != v["leafHashes"] or any(root_of(leaves[: int(n)]).hex() != r for n, r in v["roots"].items()):
            raise Refused("a hash is another")
    elif not (consistent(v["size1"], v["size2"], raw("root1"), raw("root2"), hashes(v)) if "size1" in v
              else included(v["leafIdx"], v["treeSize"], raw("leafHash"), hashes(v), raw("root"))):
        raise Refused("the proof does not hold")
    return {}


def note(vkey, path):
    if Note(read(path)).signed_by(Key(vkey)) is not True:
        raise Refused("not signed by this key")
    return {"name": Key(vkey).name}


def proof(policy_file, leaf, path):
    return {"index": check_proof(read(path), read(leaf), Policy(read(policy_file)))}


def jcs(path):
    return canonical(strict_value(read(path), path, 128)).encode()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def option(args, name, optional=False):
    if optional and name not in args:
        return None
    if name not in args:
        raise IndexError(name)
    at = args.index(name)
    value = args[at + 1]
    del args[at : at + 2]
    return value


def main(args):
    try:
        verb, rest = args[0], args[1:]
        run = {
            "merkle": lambda: merkle(rest[0]),
            "note": lambda: note(option(rest, "--vkey"), rest[0]),
            "proof": lambda: proof(option(rest, "--policy"), option(rest, "--leaf"), rest[0]),
            "package": lambda: package(*reversed((option(rest, "--custodian", True), option(rest, "--policy"), rest[0]))),
            "jcs": lambda: jcs(rest[0]),
        }[verb]
    except (IndexError, KeyError):
        print(json.dumps({"valid": None, "explanation": __doc__.split("\n\n")[2]}))
        return 2
    try:
        found = run()
        if isinstance(found, bytes):
            sys.stdout.buffer.write(found)
        else:
            print(json.dumps({"verb": verb, "valid": True, **found}))
        return 0
    except (OSError, zipfile.BadZipFile, IndexError) as error:
        print(json.dumps({"verb": verb, "valid": None, "explanation": str(error)}))
        return 2
    except (Refused, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        print(json.dumps({"verb": verb, "valid": False, "explanation": str(error) or type(error).__name__, **getattr(error, "found", {})}))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
