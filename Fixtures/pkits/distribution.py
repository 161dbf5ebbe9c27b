"""PKITS 4.14 distribution points and indirect lists, 4.15 delta lists."""
from der import integer, sequence, time
from pki import (
    directory, distribution_point, distribution_points, extension, issuing_distribution_point, key_usage, point_name,
    under)

REST = ["affiliationChanged", "superseded", "cessationOfOperation", "certificateHold", "privilegeWithdrawn", "aACompromise"]


def certificate_issuer(name):
    """RFC 5280 §5.3.3: whose certificate an entry of an indirect list is about."""
    return extension("2.5.29.29", sequence(directory(name)), True)


def at(*points):
    return [distribution_points(*points)]


def full(*names):
    return point_name([directory(name) for name in names])


def relative(part):
    return point_name(relative=part)


def distribution_point_cases(suite):
    ca, ee, case = suite.ca, suite.ee, suite.case

    def one(number, valid, own, *points, revoked=None, more=(), path=None):
        file = ee(f"distributionPoint Test{number}", own, more=at(*points) if points else [], revoked=revoked)
        case(f"4.14.{number}", valid, path or [own], file, more=more)

    def made(text, *extensions, subject=None):
        own = ca(text, crl=False, subject=subject)
        suite.crl(own, more=extensions)
        return own

    first = under("CN=distributionPoint1 CA")
    point = first.plus("CN=CRL1 of distributionPoint1 CA")
    first = made("distributionPoint1 CA", issuing_distribution_point(full(point)), subject=first)
    one(1, True, first, distribution_point(full(point)))
    one(2, False, first, distribution_point(full(point)), revoked="keyCompromise")
    one(3, False, first, distribution_point(full(first.name.plus("CN=CRLx of distributionPoint1 CA"))))
    second = under("CN=distributionPoint2 CA")
    part = "CN=CRL1 of distributionPoint2 CA"
    second = made("distributionPoint2 CA", issuing_distribution_point(relative(part)), subject=second)
    one(4, True, second, distribution_point(relative(part)))
    one(5, True, second, distribution_point(full(second.name.plus(part))))
    one(6, False, second, distribution_point(full(second.name.plus(part))), revoked="keyCompromise")
    one(7, True, second, distribution_point(full(under("CN=some other place"), second.name.plus(part))))
    one(8, False, second, distribution_point(relative("CN=CRLx of distributionPoint2 CA")))
    one(9, False, second, distribution_point(full(second.name.plus("CN=CRLx of distributionPoint2 CA"))))
    plain = made("No issuingDistributionPoint CA")
    one(10, True, plain, distribution_point(full(plain.name.plus("CN=CRL1"))))

    def restricted(number, valid, text, is_ca=False, **fields):
        own = made(f"{text} CRL CA", issuing_distribution_point(**fields))
        target = ca(f"{text} Test{number} Target", own, crl=False).file if is_ca else ee(f"{text} Test{number}", own)
        case(f"4.14.{number}", valid, [own], target)
        return own

    restricted(11, False, "onlyContainsUserCerts", is_ca=True, user=True)
    own = restricted(12, False, "onlyContainsCACerts", ca=True)
    case("4.14.13", True, [own], ca("onlyContainsCACerts Test13 Target", own, crl=False).file)
    restricted(14, False, "onlyContainsAttributeCerts", attribute=True)
    reasons(suite)
    indirect(suite)


def reasons(suite):
    def made(text, *scopes):
        own = suite.ca(f"onlySomeReasons {text}", crl=False)
        for index, (some, name) in enumerate(scopes):
            suite.crl(
                own, f"onlySomeReasons{text}CRL{index}", more=[issuing_distribution_point(name, reasons=some)],
                revoked=[])
        return own

    def revoked(own, index, target, reason):
        """An entry in one of the lists alone."""
        lists = [i for i, pending in enumerate(suite.pending) if pending[1] is own]
        suite.pending[lists[index]][4].append((suite.serials[target], reason, ()))

    def one(number, valid, own, index=0, reason=None, more=()):
        target = suite.ee(f"onlySomeReasons Test{number}", own, more=more)
        if reason:
            revoked(own, index, target, reason)
        suite.case(f"4.14.{number}", valid, [own], target)

    compromise = ["keyCompromise", "cACompromise"]
    own = made("CA1", (compromise, None), (REST, None))
    one(15, False, own, 0, "keyCompromise")
    one(16, False, own, 1, "certificateHold")
    own = made("CA2", (compromise, None), (["affiliationChanged", "superseded"], None))
    one(17, False, own)
    place = full(under("CN=onlySomeReasons CA3", "CN=CRL"))
    own = made("CA3", (compromise, place), (REST, place))
    one(18, True, own, more=at(distribution_point(place)))
    places = [full(under("CN=onlySomeReasons CA4", f"CN=CRL{number}")) for number in (1, 2)]
    own = made("CA4", (compromise, places[0]), (REST, places[1]))
    points = at(distribution_point(places[0], compromise), distribution_point(places[1], REST))
    one(19, True, own, more=points)
    one(20, False, own, 0, "keyCompromise", more=points)
    one(21, False, own, 1, "affiliationChanged", more=points)


def indirect(suite):
    ca, ee, case = suite.ca, suite.ee, suite.case

    def target(number, issuer, *points, **fields):
        return ee(f"indirectCRL Test{number}", issuer, more=at(*points) if points else [], **fields)

    first = ca("indirectCRL CA1", crl=False)
    suite.crl(first, more=[issuing_distribution_point(indirect=True)])
    case("4.14.22", True, [first], target(22, first))
    case("4.14.23", False, [first], target(23, first, revoked="keyCompromise"))
    # CA2 has no lists; CA1's is for it too.
    second = ca("indirectCRL CA2", crl=False)
    by_first = distribution_point(full(first.name), issuer=first.name)
    extra = {"more": [first.file], "crls": first.crls}
    case("4.14.24", True, [second], target(24, second, by_first), **extra)
    # Its number is the one of a certificate of CA1 that is revoked.
    number = suite.serials["indirectCRLTest23EE"] + 100
    first.revoke(number)
    case("4.14.25", True, [second], target(25, second, by_first, serial=number), **extra)
    file = target(26, second, by_first)
    first.revoke(suite.serials[file], "keyCompromise", certificate_issuer(second.name))
    case("4.14.26", False, [second], file, **extra)
    # Good CA's list is not an indirect one.
    by_good = distribution_point(full(suite.good.name), issuer=suite.good.name)
    case("4.14.27", False, [second], target(27, second, by_good), more=[suite.good.file], crls=suite.good.crls)

    # CA3 signs no lists but one for the certificate of who signs them for it.
    third = ca("indirectCRL CA3", crl=False)
    suite.crl(third)
    signer = ca("indirectCRL CA3 cRLIssuer", third, usage=key_usage("crlSign"), basic=None, crl=False)
    part = "CN=indirect CRL for indirectCRL CA3"
    suite.crl(signer, more=[issuing_distribution_point(relative(part), indirect=True)], revoked=[])
    extra = {"more": [signer.file], "crls": signer.crls}
    case("4.14.28", True, [third], target(28, third, distribution_point(full(signer.name.plus(part)), issuer=signer.name)), **extra)
    case("4.14.29", True, [third], target(29, third, distribution_point(relative(part), issuer=signer.name)), **extra)

    # CA4 signs none at all: who signs them for it tells the status of its own certificate too.
    for number, text, is_revoked in ("30", "indirectCRL CA4", False), ("30.2", "indirectCRL CA4 Revoked", True):
        fourth = ca(text, crl=False)
        name = under(f"CN={text} cRLIssuer")
        place = full(name.plus(f"CN=indirect CRL for {text}"))
        signer = ca(
            f"{text} cRLIssuer", fourth, subject=name, usage=key_usage("crlSign"), basic=None, crl=False,
            more=at(distribution_point(place, issuer=name)))
        entry = (suite.serials[signer.file], "keyCompromise", (certificate_issuer(fourth.name),))
        suite.crl(
            signer, more=[issuing_distribution_point(place, indirect=True)], revoked=[entry] if is_revoked else [])
        file = target(number, fourth, distribution_point(place, issuer=name))
        case(f"4.14.{number}", not is_revoked, [fourth], file, more=[signer.file], crls=signer.crls)
    shared(suite, target)


def shared(suite, target):
    """CA5's list is for CA6 and CA7 as well."""
    fifth = suite.ca("indirectCRL CA5", crl=False)
    sixth, seventh = suite.ca("indirectCRL CA6", crl=False), suite.ca("indirectCRL CA7", crl=False)
    place = full(fifth.name.plus("CN=CRL1 for indirectCRL CA5"))
    suite.crl(fifth, more=[issuing_distribution_point(place, indirect=True)])
    by_fifth = distribution_point(place, issuer=fifth.name)
    extra = {"more": [fifth.file], "crls": fifth.crls}

    def revoke(file, *extensions):
        fifth.revoke(suite.serials[file], "keyCompromise", *extensions)
        return file

    # An entry without certificateIssuer is about the issuer of the entry before it.
    revoked34 = revoke(target(34, fifth, distribution_point(place), serial=34))
    revoked31 = revoke(target(31, sixth, by_fifth, serial=31), certificate_issuer(sixth.name))
    revoked32 = revoke(target(32, sixth, by_fifth, serial=32))
    revoke(target("33 of CA7", seventh, by_fifth, serial=33), certificate_issuer(seventh.name))
    suite.case("4.14.31", False, [sixth], revoked31, **extra)
    suite.case("4.14.32", False, [sixth], revoked32, **extra)
    suite.case("4.14.33", True, [sixth], target(33, sixth, by_fifth, serial=33), **extra)
    suite.case("4.14.34", False, [fifth], revoked34)
    elsewhere = distribution_point(full(fifth.name.plus("CN=CRLx for indirectCRL CA5")))
    suite.case("4.14.35", False, [fifth], target(35, fifth, elsewhere))


def delta_cases(suite):
    def freshest(own):
        return [distribution_points(distribution_point(full(own.name)), freshest=True)]

    def one(number, valid, own, base=None, delta=None):
        """The reasons for which the two lists have the certificate."""
        text = f"delta-CRL Test{number}"
        file = suite.ee(text, own, more=freshest(own))
        for entries, reason in (own.base, base), (own.delta, delta):
            if reason:
                entries.append((suite.serials[file], reason, ()))
        suite.case(f"4.15.{number}", valid, [own], file)

    none = suite.ca("deltaCRLIndicator No Base CA", crl=False)
    suite.crl(none, base=1, number=2)
    suite.case("4.15.1", False, [none], suite.ee("deltaCRLIndicator No Base Test1", none))

    def made(text, number=1, base=1, delta_number=5, **fields):
        own = suite.ca(text, crl=False)
        own.base, own.delta = [], []
        suite.crl(own, number=number, revoked=own.base, more=freshest(own), **fields)
        suite.crl(
            own, f"{text.replace(' ', '')}deltaCRL", number=delta_number, base=base, revoked=own.delta,
            start=time("2010-02-01"))
        return own

    own = made("deltaCRL CA1")
    one(2, True, own)
    one(3, False, own, "keyCompromise")
    one(4, False, own, None, "keyCompromise")
    one(5, True, own, "certificateHold", "removeFromCRL")
    one(6, False, own, "certificateHold", "keyCompromise")
    one(7, True, own, None, "removeFromCRL")
    # The complete list is younger than the one that the delta builds on.
    own = made("deltaCRL CA2", number=3, base=2)
    one(8, True, own)
    one(9, False, own, None, "keyCompromise")
    # The complete list has expired, and the delta builds on a later one.
    own = made("deltaCRL CA3", number=3, base=4, end=time("2010-03-01"))
    one(10, False, own)
