"""Certificates, revocation lists and cases. Everything has a default, so that a case says what is special about it."""
import json
import pathlib

from der import (
    bit_flags, bits, boolean, element, explicit, implicit, integer, ia5, octets, oid, printable, sequence, set_of, time,
    utf8)
from keys import ECKey, identifier

ATTRIBUTES = {
    "CN": "2.5.4.3", "SN": "2.5.4.4", "serialNumber": "2.5.4.5", "C": "2.5.4.6", "L": "2.5.4.7", "ST": "2.5.4.8",
    "O": "2.5.4.10", "OU": "2.5.4.11", "title": "2.5.4.12", "name": "2.5.4.41", "GN": "2.5.4.42",
    "initials": "2.5.4.43", "generationQualifier": "2.5.4.44", "dnQualifier": "2.5.4.46", "pseudonym": "2.5.4.65",
    "DC": "0.9.2342.19200300.100.1.25", "emailAddress": "1.2.840.113549.1.9.1",
}


class Name:
    """A distinguished name from texts such as CN=Good CA; each may have its own string type."""

    def __init__(self, *parts, string=printable):
        self.parts = parts
        self.string = string

    def plus(self, *parts):
        return Name(*self.parts, *parts, string=self.string)

    @staticmethod
    def attribute(part, string):
        kind, text = part.split("=", 1)
        string = ia5 if kind in ("DC", "emailAddress") else printable if kind == "C" else string
        return sequence(oid(ATTRIBUTES[kind]), string(text))

    @property
    def der(self):
        return sequence(*(set_of(self.attribute(part, self.string)) for part in self.parts))


def under(*parts, string=printable):
    return Name("C=US", "O=Shaped Certificates", *parts, string=string)


# General names


def directory(name):
    return explicit(4, name.der)


def mail(text):
    return implicit(1, text.encode())


def dns(text):
    return implicit(2, text.encode())


def uri(text):
    return implicit(6, text.encode())


# Extensions: identifier, whether critical, content


def extension(identifier, content, critical=False):
    return sequence(oid(identifier), *([boolean(True)] if critical else []), octets(content))


def basic_constraints(ca=True, length=None, critical=True):
    parts = ([boolean(True)] if ca else []) + ([integer(length)] if length is not None else [])
    return extension("2.5.29.19", sequence(*parts), critical)


USAGES = ["digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement", "certSign", "crlSign"]


def key_usage(*names, critical=True):
    return extension("2.5.29.15", element(3, bit_flags(*(USAGES.index(name) for name in names))), critical)


def policy(number):
    """NIST's test policies; 0 is anyPolicy."""
    return f"2.16.840.1.101.3.2.1.48.{number}" if number else "2.5.29.32.0"


def certificate_policies(numbers, qualifiers=b""):
    infos = (sequence(oid(policy(number)), qualifiers) for number in numbers)
    return extension("2.5.29.32", sequence(*infos))


def policy_mappings(pairs):
    return extension("2.5.29.33", sequence(*(sequence(oid(policy(a)), oid(policy(b))) for a, b in pairs)), True)


def policy_constraints(explicit_after=None, mapping_until=None):
    parts = [
        implicit(tag, integer(value)[2:]) for tag, value in enumerate((explicit_after, mapping_until)) if value is not None]
    return extension("2.5.29.36", sequence(*parts), True)


def inhibit_any_policy(after):
    return extension("2.5.29.54", integer(after), True)


def name_constraints(permitted=(), excluded=()):
    parts = [explicit(tag, *map(sequence, bases)) for tag, bases in enumerate((permitted, excluded)) if bases]
    return extension("2.5.29.30", sequence(*parts), True)


def subject_alt_name(*names, critical=False):
    return extension("2.5.29.17", sequence(*names), critical)


REASONS = [
    "unused", "keyCompromise", "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
    "certificateHold", "privilegeWithdrawn", "aACompromise"]
REASON_CODES = REASONS[:7] + ["", "removeFromCRL", "privilegeWithdrawn", "aACompromise"]


def point_name(full=(), relative=None):
    """DistributionPointName: full names, or a name relative to the CRL's issuer."""
    return explicit(0, *full) if relative is None else explicit(1, Name.attribute(relative, printable))


def distribution_point(name=None, reasons=(), issuer=None):
    parts = [explicit(0, name)] if name else []
    if reasons:
        parts.append(implicit(1, bit_flags(*(REASONS.index(reason) for reason in reasons))))
    if issuer:
        parts.append(explicit(2, directory(issuer)))
    return sequence(*parts)


def distribution_points(*points, freshest=False):
    return extension("2.5.29.46" if freshest else "2.5.29.31", sequence(*points))


def issuing_distribution_point(name=None, reasons=(), user=False, ca=False, attribute=False, indirect=False):
    parts = [explicit(0, name)] if name else []
    flags = [(1, user), (2, ca), (3, reasons), (4, indirect), (5, attribute)]
    for tag, value in flags:
        if value:
            parts.append(implicit(tag, bit_flags(*(REASONS.index(r) for r in value)) if tag == 3 else b"\xff"))
    return extension("2.5.29.28", sequence(*parts), True)


def unknown_extension(critical):
    return extension("2.16.840.1.101.2.1.12.2", octets(b"made up"), critical)


def subject_key_identifier(key):
    return extension("2.5.29.14", octets(identifier(key.info)))


def authority_key_identifier(key):
    return extension("2.5.29.35", sequence(implicit(0, identifier(key.info))))


class Authority:
    """A CA: a name, a key, a certificate's file name, and what it has revoked."""

    def __init__(self, file, name, key):
        self.file, self.name, self.key = file, name, key
        self.serial = 0
        self.revoked = []
        self.crls = []

    def next_serial(self):
        self.serial += 1
        return self.serial

    def revoke(self, serial, reason="keyCompromise", *extensions):
        self.revoked.append((serial, reason, extensions))


def file_name(text):
    return "".join(letter for letter in text if letter.isalnum())


class Suite:
    def __init__(self):
        self.certificates, self.lists, self.pending, self.cases = {}, {}, [], []
        self.serials = {}
        key = ECKey("Trust Anchor")
        self.root = Authority("TrustAnchorRootCertificate", under("CN=Trust Anchor"), key)
        self.certificate(self.root.file, self.root, self.root.name, key, [basic_constraints(), self.usage()])
        self.crl(self.root)
        self.good = self.ca("Good CA")

    @staticmethod
    def usage():
        return key_usage("certSign", "crlSign")

    def certificate(
            self, file, issuer, subject, key, extensions, *, serial=None, start=time("2010-01-01"),
            end=time("2030-12-31"), issuer_name=None, breaks_signature=False, issuer_uid=None, subject_uid=None,
            signer=None):
        signer = signer or issuer.key
        serial = issuer.next_serial() if serial is None else serial
        extensions = [authority_key_identifier(signer), subject_key_identifier(key), *extensions]
        tbs = sequence(
            explicit(0, integer(2)), integer(serial), signer.algorithm, (issuer_name or issuer.name).der,
            sequence(start, end), subject.der, key.info,
            *([implicit(1, b"\0" + issuer_uid)] if issuer_uid else []),
            *([implicit(2, b"\0" + subject_uid)] if subject_uid else []), explicit(3, sequence(*extensions)))
        signature = signer.sign(tbs + b"!" if breaks_signature else tbs)
        assert file not in self.certificates, file
        self.certificates[file] = sequence(tbs, signer.algorithm, bits(signature))
        self.serials[file] = serial
        return file

    def ca(
            self, text, issuer=None, *, subject=None, key=None, basic=basic_constraints(), usage=None, policies=(1,),
            more=(), crl=True, **fields):
        """A CA and its certificate. Its list of what it revoked is made when all is known."""
        issuer = issuer or self.root
        authority = Authority(file_name(text) + "Cert", subject or under("CN=" + text), key or ECKey(text))
        extensions = [basic, usage or self.usage(), *more]
        if policies:
            extensions.append(certificate_policies(policies))
        self.certificate(authority.file, issuer, authority.name, authority.key, [e for e in extensions if e], **fields)
        if crl:
            self.crl(authority)
        return authority

    def ee(self, text, issuer, *, subject=None, key=None, policies=(1,), more=(), revoked=None, **fields):
        """A certificate for somebody who is no CA. `revoked`: the reason for which its issuer revoked it."""
        extensions = [key_usage("digitalSignature"), *more]
        if policies:
            extensions.append(certificate_policies(policies))
        file = self.certificate(
            file_name(text) + "EE", issuer, subject or under("CN=" + text), key or ECKey(text), extensions, **fields)
        if revoked:
            issuer.revoke(self.serials[file], revoked)
        return file

    def crl(
            self, issuer, file=None, *, key=None, name=None, revoked=None, number=1, base=None, start=time("2010-01-01"),
            end=time("2030-12-31"), more=(), breaks_signature=False, own=True):
        """A revocation list. It is written at the end; without `revoked` it lists what its issuer revoked until then."""
        file = file or issuer.file.removesuffix("Cert").removesuffix("Certificate") + "CRL"
        if own:
            issuer.crls.append(file)
        self.pending.append((file, issuer, key or issuer.key, name or issuer.name, revoked, number, base, start, end,
                             more, breaks_signature))
        return file

    def write_crl(self, file, issuer, key, name, revoked, number, base, start, end, more, breaks_signature):
        entries = []
        for serial, reason, extensions in issuer.revoked if revoked is None else revoked:
            own = list(extensions)
            if reason:
                own.insert(0, extension("2.5.29.21", element(0x0A, bytes([REASON_CODES.index(reason)]))))
            entries.append(sequence(integer(serial), time("2010-01-01"), *([sequence(*own)] if own else [])))
        extensions = [authority_key_identifier(key), extension("2.5.29.20", integer(number)), *more]
        if base is not None:
            extensions.append(extension("2.5.29.27", integer(base), True))
        tbs = sequence(
            integer(1), key.algorithm, name.der, start, end, *([sequence(*entries)] if entries else []),
            explicit(0, sequence(*extensions)))
        assert file not in self.lists, file
        self.lists[file] = sequence(
            tbs, key.algorithm, bits(key.sign(tbs + b"!" if breaks_signature else tbs)))

    def case(
            self, number, valid, path, target, *, more=(), crls=(), explicit=False, no_mapping=False, no_any=False,
            accepted=None, constrained=None, time="2020-06-01T12:00:00Z"):
        """A case: the CAs between trust anchor and target, and what is of use besides."""
        authorities = [self.root, *path]
        self.cases.append({
            "number": number,
            "certs": [self.root.file, *(ca.file for ca in path), *more, target],
            "crls": [*(crl for ca in authorities for crl in ca.crls), *crls],
            "explicitPolicy": explicit, "policyMappingInhibit": no_mapping, "anyPolicyInhibit": no_any,
            "initialPolicySet": [policy(p) for p in accepted] if accepted else [policy(0)],
            "time": time, "shouldValidate": valid,
            **({"userConstrainedPolicySet": [policy(p) for p in constrained]} if valid and constrained is not None else {}),
        })

    def write(self, folder):
        for arguments in self.pending:
            self.write_crl(*arguments)
        for kind, suffix, files in ("certs", "crt", self.certificates), ("crls", "crl", self.lists):
            place = pathlib.Path(folder, kind)
            place.mkdir(parents=True, exist_ok=True)
            for name, content in files.items():
                (place / f"{name}.{suffix}").write_bytes(content)
        numbers = [case["number"] for case in self.cases]
        assert len(set(numbers)) == len(numbers), "a number twice"
        pathlib.Path(folder, "expected.json").write_text(json.dumps(self.cases, indent=1) + "\n")
