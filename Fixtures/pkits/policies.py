"""PKITS 4.8 certificate policies, 4.9 require explicit policy, 4.10 mappings, 4.11 inhibit mapping, 4.12 inhibit anyPolicy.

NIST-test-policy-1 is 1, anyPolicy is 0. In a number such as 4.8.1.2 the last part is the case's subpart.
"""
from basics import self_issued
from der import element, ia5, oid, sequence
from pki import certificate_policies, inhibit_any_policy, policy_constraints, policy_mappings


class Link:
    """What a certificate of a path says about policies. Links that are the same object are the same CA."""

    def __init__(self, policies, maps=None, explicit=None, mapping=None, any=None, self_issued=False, qualifiers=b""):
        self.policies, self.self_issued, self.qualifiers = policies, self_issued, qualifiers
        self.more = [policy_mappings(maps)] if maps else []
        if explicit is not None or mapping is not None:
            self.more.append(policy_constraints(explicit, mapping))
        if any is not None:
            self.more.append(inhibit_any_policy(any))


class Paths:
    """Makes the CAs of paths, each once, and a target for every path."""

    def __init__(self, suite, section):
        self.suite, self.section, self.known, self.targets = suite, section, {}, {}

    def case(self, number, valid, links, **inputs):
        path = []
        for link in links[:-1]:
            path.append(self.ca(link, tuple(path)))
        last, key = links[-1], (tuple(ca.file for ca in path), id(links[-1]))
        if key not in self.targets:
            text = f"Policies Test {number.replace('.', 'x')}"
            if last.qualifiers:
                last.more.append(certificate_policies(last.policies, last.qualifiers))
            self.targets[key] = last, self.suite.ee(
                text, path[-1] if path else self.suite.root, subject=path[-1].name if last.self_issued else None,
                policies=() if last.qualifiers else last.policies, more=last.more)
        self.suite.case(number, valid, path, self.targets[key][1], **inputs)

    def ca(self, link, above):
        key = (tuple(ca.file for ca in above), id(link))
        if key not in self.known:
            text = f"Policies {self.section} CA {len(self.known)}"
            fields = {"policies": link.policies, "more": link.more}
            made = (
                self_issued(self.suite, text, above[-1], **fields) if link.self_issued
                else self.suite.ca(text, above[-1] if above else None, **fields))
            self.known[key] = link, made
        return self.known[key][1]


def certificate_policy_cases(suite):
    case = Paths(suite, "4.8").case
    good, one, two, none, both = Link([1]), Link([1]), Link([2]), Link([]), Link([1, 2])
    p12, p123 = Link([1, 2], explicit=0), Link([1, 2, 3], explicit=0)
    any_ca, any_policy = Link([0], explicit=0), Link([0])
    same = [good, one]
    case("4.8.1.1", True, same, explicit=True, constrained=[1])
    case("4.8.1.2", True, same, accepted=[1], explicit=True, constrained=[1])
    case("4.8.1.3", False, same, accepted=[2], explicit=True)
    case("4.8.1.4", True, same, accepted=[1, 2], explicit=True, constrained=[1])
    case("4.8.2.1", True, [none, none], constrained=[])
    case("4.8.2.2", False, [none, none], explicit=True)
    third = [good, two, one]
    case("4.8.3.1", True, third, constrained=[])
    case("4.8.3.2", False, third, explicit=True)
    case("4.8.3.3", False, third, accepted=[1, 2], explicit=True)
    case("4.8.4", False, [good, Link([1], explicit=0, mapping=0), two])
    case("4.8.5", False, [good, Link([2], explicit=0), one])
    overlapping = [Link([1, 2, 3, 4], explicit=0), Link([1, 2, 3]), both, one]
    case("4.8.6.1", True, overlapping, constrained=[1])
    case("4.8.6.2", True, overlapping, accepted=[1], constrained=[1])
    case("4.8.6.3", False, overlapping, accepted=[2])
    case("4.8.7", False, [p123, both, one, two])
    case("4.8.8", False, [p12, one, two, Link([1])])
    case("4.8.9", False, [p123, both, two, one, Link([1])])
    case("4.8.10.1", True, [p12, both], constrained=[1, 2])
    case("4.8.10.2", True, [p12, both], accepted=[1], constrained=[1])
    case("4.8.10.3", True, [p12, both], accepted=[2], constrained=[2])
    case("4.8.11.1", True, [any_ca, any_policy], constrained=[0])
    case("4.8.11.2", True, [any_ca, any_policy], accepted=[1], constrained=[1])
    case("4.8.12", False, [Link([3], explicit=0), Link([4])])
    all_three = Link([1, 2, 3])
    for number in 1, 2, 3:
        case(f"4.8.13.{number}", True, [p123, all_three], accepted=[number], constrained=[number])
    case("4.8.14.1", True, [any_ca, one], accepted=[1], constrained=[1])
    case("4.8.14.2", False, [any_ca, one], accepted=[2])
    qualifier_cases(case, good, p12)


def qualifier_cases(case, good, p12):
    def notice(text):
        return sequence(sequence(oid("1.3.6.1.5.5.7.2.2"), sequence(element(0x1A, text.encode()))))

    def link(policies, qualifiers):
        return Link(policies, qualifiers=qualifiers)

    case("4.8.15", True, [link([1], notice("q1: for a directly trusted issuer"))], constrained=[1])
    case("4.8.16", True, [good, link([1, 2], notice("q2"))], constrained=[1])
    case("4.8.17", True, [good, link([0], notice("q3"))], constrained=[1])
    last = link([1, 0], notice("q4"))
    case("4.8.18.1", True, [p12, last], accepted=[1], constrained=[1])
    case("4.8.18.2", True, [p12, last], accepted=[2], constrained=[2])
    # explicitText may have 200 characters; this one has more (RFC 5280 §4.2.1.4 asks to handle that).
    case("4.8.19", True, [link([1], notice("q6: " + "too long " * 30))], constrained=[1])
    pointer = sequence(sequence(oid("1.3.6.1.5.5.7.2.1"), ia5("http://csrc.nist.gov/csor/")))
    case("4.8.20", True, [good, link([1], pointer)], constrained=[1])


def require_explicit_cases(suite):
    case = Paths(suite, "4.9").case
    none, again = Link([]), Link([1], self_issued=True)

    def first(value):
        return [Link([1], explicit=value), Link([1]), Link([1]), Link([1])]

    case("4.9.1", True, first(10) + [none], constrained=[])
    case("4.9.2", True, first(5) + [none], constrained=[])
    case("4.9.3", False, first(4) + [none])
    case("4.9.4", True, first(0) + [Link([1])], constrained=[1])
    case(
        "4.9.5", False, [Link([1], explicit=7), Link([1], explicit=2), Link([1], explicit=4), Link([1]), none])
    two, sub = Link([1], explicit=2), Link([1])
    case("4.9.6", True, [two, again, none], constrained=[])
    case("4.9.7", False, [two, again, sub, none])
    case("4.9.8", False, [two, again, sub, Link([1], self_issued=True), none])


def mapping_cases(suite):
    case = Paths(suite, "4.10").case
    one, two, good = Link([1]), Link([2]), Link([1])
    to2 = Link([1], maps=[(1, 2)], explicit=0)
    case("4.10.1.1", True, [to2, two], constrained=[1])
    case("4.10.1.2", True, [to2, two], accepted=[1], constrained=[1])
    case("4.10.1.3", False, [to2, two], accepted=[2])
    case("4.10.1.4", False, [to2, two], no_mapping=True)
    case("4.10.2.1", False, [to2, one])
    case("4.10.2.2", False, [to2, one], no_mapping=True)
    # Policy 1 becomes 3 and ends; policy 2 becomes 4, then 5.
    long = [Link([1, 2], maps=[(1, 3)], explicit=0), Link([2, 5], maps=[(2, 4)]), Link([4], maps=[(4, 5)])]
    third = long + [Link([5])]
    case("4.10.3.1", False, third, accepted=[1])
    case("4.10.3.2", True, third, accepted=[2], constrained=[2])
    case("4.10.4", False, long + [Link([3])])
    # Policy 1 becomes 2, 3 and 4; of those 2 becomes 5 and 4 becomes 6.
    fan = [Link([1], maps=[(1, 2), (1, 3), (1, 4)], explicit=0), Link([2, 3, 4], maps=[(2, 5), (4, 6)])]
    five, six = fan + [Link([5])], fan + [Link([6])]
    case("4.10.5.1", True, five, accepted=[1], constrained=[1])
    case("4.10.5.2", False, five, accepted=[6])
    case("4.10.6.1", True, six, accepted=[1], constrained=[1])
    case("4.10.6.2", False, six, accepted=[6])
    case("4.10.7", False, [Link([0], maps=[(0, 1)], explicit=0), Link([1])])
    case("4.10.8", False, [Link([1], maps=[(1, 0)], explicit=0), Link([2])])
    any_ca = Link([0], maps=[(1, 2)], explicit=0)
    case("4.10.9", True, [any_ca, one], constrained=[1])
    case("4.10.10", False, [good, any_ca, one])
    case("4.10.11", True, [good, any_ca, two], constrained=[1])
    third = [Link([1, 2], maps=[(1, 3)], explicit=0), Link([3, 0])]
    case("4.10.12.1", True, third, accepted=[1], constrained=[1])
    case("4.10.12.2", True, third, accepted=[2], constrained=[2])
    both = Link([1, 0], maps=[(1, 2)], explicit=0)
    case("4.10.13", True, [both, two], constrained=[1])
    case("4.10.14", True, [both, one], constrained=[1])


def inhibit_mapping_cases(suite):
    case = Paths(suite, "4.11").case
    case("4.11.1", False, [Link([1], explicit=0, mapping=0), Link([1], maps=[(1, 2)]), Link([2])])
    first, sub = Link([1, 2], explicit=0, mapping=1), Link([1, 2], maps=[(1, 3), (2, 4)])
    subsub = Link([3, 4], maps=[(3, 5)])
    case("4.11.2", True, [first, sub, Link([3])], constrained=[1])
    case("4.11.3", False, [first, sub, subsub, Link([5])])
    case("4.11.4", True, [first, sub, subsub, Link([4])], constrained=[2])
    case(
        "4.11.5", False,
        [Link([1], explicit=0, mapping=5), Link([1], mapping=1), Link([1]), Link([1], maps=[(1, 2)]), Link([2])])
    case("4.11.6", False, [first, Link([1, 2], mapping=5), Link([1, 2], maps=[(1, 3)]), Link([3])])
    start = [Link([1], explicit=0, mapping=1), Link([1], self_issued=True), Link([1], maps=[(1, 2)])]
    two, three = Link([2]), Link([3])
    subsub, again = Link([2], maps=[(2, 3)]), Link([2], maps=[(2, 3)], self_issued=True)
    case("4.11.7", True, start + [two], constrained=[1])
    case("4.11.8", False, start + [subsub, three])
    case("4.11.9", False, start + [subsub, two])
    case("4.11.10", False, start + [again, three])
    case("4.11.11", False, start + [again, two])


def inhibit_any_cases(suite):
    case = Paths(suite, "4.12").case
    first, any_ca, any_policy, one = Link([1], explicit=0, any=1), Link([0]), Link([0]), Link([1])
    zero, again = Link([1], explicit=0, any=0), Link([1], self_issued=True)
    case("4.12.1", False, [zero, any_policy])
    case("4.12.2", True, [zero, Link([0, 1])], constrained=[1])
    case("4.12.3.1", True, [first, any_ca, one], constrained=[1])
    case("4.12.3.2", False, [first, any_ca, one], no_any=True)
    case("4.12.4", False, [first, any_ca, any_policy])
    case("4.12.5", False, [Link([1], explicit=0, any=5), Link([1], any=1), any_ca, any_policy])
    case("4.12.6", False, [first, Link([0], any=5), any_policy])
    case("4.12.7", True, [first, again, any_ca, one], constrained=[1])
    case("4.12.8", False, [first, again, any_ca, Link([0]), one])
    case("4.12.9", True, [first, again, any_ca, Link([0], self_issued=True), one], constrained=[1])
    case("4.12.10", False, [first, again, any_ca, any_policy])
