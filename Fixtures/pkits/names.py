"""PKITS 4.13 name constraints."""
from basics import self_issued
from pki import Name, directory, dns, mail, name_constraints, subject_alt_name, under, uri

EMPTY = Name()
PERMITTED1, PERMITTED2 = under("OU=permittedSubtree1"), under("OU=permittedSubtree2")
EXCLUDED1, EXCLUDED2 = under("OU=excludedSubtree1"), under("OU=excludedSubtree2")
NARROWER = PERMITTED1.plus("OU=permittedSubtree2")


def name_constraint_cases(suite):
    directory_names(suite)
    other_names(suite)


class Cases:
    def __init__(self, suite):
        self.suite = suite

    def ca(self, text, issuer=None, permitted=(), excluded=(), **fields):
        more = [name_constraints(permitted, excluded)] if permitted or excluded else []
        return self.suite.ca(f"nameConstraints {text}", issuer, more=more, **fields)

    def case(self, number, valid, path, subject, *names, **fields):
        text = f"nameConstraints Test{number}"
        more = [subject_alt_name(*names, critical=not subject.parts)] if names else []
        file = self.suite.ee(text, path[-1], subject=subject, more=more, **fields)
        self.suite.case(f"4.13.{number}", valid, path, file)


def directory_names(suite):
    cases = Cases(suite)
    ca, case = cases.ca, cases.case
    inside, other = PERMITTED1.plus("CN=Inside"), PERMITTED2.plus("CN=Other")
    dn1 = ca("DN1 CA", permitted=[directory(PERMITTED1)])
    case(1, True, [dn1], inside)
    case(2, False, [dn1], EXCLUDED1.plus("CN=Outside"))
    case(3, False, [dn1], inside, directory(EXCLUDED1.plus("CN=Outside")))
    case(4, True, [dn1], inside, mail("Test4EE@testcertificates.gov"))
    dn2 = ca("DN2 CA", permitted=[directory(PERMITTED1), directory(PERMITTED2)])
    case(5, True, [dn2], inside, directory(other))
    dn3 = ca("DN3 CA", excluded=[directory(EXCLUDED1)])
    case(6, True, [dn3], inside)
    case(7, False, [dn3], EXCLUDED1.plus("CN=Inside"))
    dn4 = ca("DN4 CA", excluded=[directory(EXCLUDED1), directory(EXCLUDED2)])
    case(8, False, [dn4], EXCLUDED1.plus("CN=First"))
    case(9, False, [dn4], EXCLUDED2.plus("CN=Second"))
    hole = PERMITTED1.plus("OU=excludedSubtree1")
    dn5 = ca("DN5 CA", permitted=[directory(PERMITTED1)], excluded=[directory(hole)])
    case(10, False, [dn5], hole.plus("CN=In the hole"))
    case(11, True, [dn5], inside)
    sub1 = ca("DN1 subCA1", dn1, permitted=[directory(NARROWER)], subject=PERMITTED1.plus("CN=DN1 subCA1"))
    case(12, False, [dn1, sub1], inside)
    sub2 = ca("DN1 subCA2", dn1, permitted=[directory(PERMITTED2)], subject=PERMITTED1.plus("CN=DN1 subCA2"))
    case(13, False, [dn1, sub2], other)
    case(14, True, [dn1, sub2], EMPTY, mail("Test14EE@testcertificates.gov"))
    sub1 = ca("DN3 subCA1", dn3, permitted=[directory(PERMITTED1)])
    case(15, False, [dn3, sub1], EXCLUDED1.plus("CN=Excluded"))
    case(16, False, [dn3, sub1], PERMITTED2.plus("CN=Not permitted"))
    sub2 = ca("DN3 subCA2", dn3, excluded=[directory(EXCLUDED2)])
    case(17, False, [dn3, sub2], EXCLUDED1.plus("CN=Excluded above"))
    case(18, True, [dn3, sub2], inside)
    # The name of a self-issued CA is not held against the constraints; that of a target is.
    again = self_issued(suite, "nameConstraints DN1 Self-Issued CA", dn1)
    case(19, True, [dn1, again], inside)
    case(20, False, [dn1], dn1.name)


def other_names(suite):
    cases = Cases(suite)
    ca, case = cases.ca, cases.case
    who = under("CN=Somebody")
    domain, server = "testcertificates.gov", "mailserver.testcertificates.gov"
    of_hosts = ca("RFC822 CA1", permitted=[mail("." + domain)])
    case(21, True, [of_hosts], who, mail(f"Test21EE@{server}"))
    case(22, False, [of_hosts], who, mail(f"Test22EE@{domain}"))
    of_domain = ca("RFC822 CA2", permitted=[mail(domain)])
    case(23, True, [of_domain], who, mail(f"Test23EE@{domain}"))
    case(24, False, [of_domain], who, mail(f"Test24EE@{server}"))
    without = ca("RFC822 CA3", excluded=[mail(domain)])
    case(25, True, [without], who, mail(f"Test25EE@{server}"))
    case(26, False, [without], who, mail(f"Test26EE@{domain}"))
    dn1 = ca("DN1 CA with RFC822 subCA", permitted=[directory(PERMITTED1)])
    both = ca("DN1 subCA3", dn1, permitted=[mail(domain)], subject=PERMITTED1.plus("CN=DN1 subCA3"))
    inside = PERMITTED1.plus("CN=Inside")
    case(27, True, [dn1, both], inside, mail(f"Test27EE@{domain}"))
    case(28, False, [dn1, both], inside, mail(f"Test28EE@invalidcertificates.gov"))
    # RFC 5280 §4.2.1.10: an emailAddress in the subject counts where subjectAltName has none.
    case(29, False, [dn1, both], inside.plus("emailAddress=Test29EE@invalidcertificates.gov"))
    of_dns = ca("DNS1 CA", permitted=[dns(domain)])
    case(30, True, [of_dns], who, dns("testserver." + domain))
    case(31, False, [of_dns], who, dns("testserver.invalidcertificates.gov"))
    without = ca("DNS2 CA", excluded=[dns("invalidcertificates.gov")])
    case(32, True, [without], who, dns("testserver." + domain))
    case(33, False, [without], who, dns("testserver.invalidcertificates.gov"))
    of_uri = ca("URI1 CA", permitted=[uri("." + domain)])
    case(34, True, [of_uri], who, uri(f"http://testserver.{domain}/index.html"))
    case(35, False, [of_uri], who, uri(f"http://{domain}/index.html"))
    without = ca("URI2 CA", excluded=[uri("invalidcertificates.gov")])
    case(36, True, [without], who, uri("http://testserver.invalidcertificates.gov/index.html"))
    case(37, False, [without], who, uri("ftp://invalidcertificates.gov:21/test37/"))
    case(38, False, [of_dns], who, dns("my" + domain))
