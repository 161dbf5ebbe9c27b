import LucidEvidence
import LucidReport
import LucidValidation
import Testing

@testable import LucidExplain

/// The page of a verification as text.
struct StoryPageTests {
    /// One of each kind of page.
    enum Sample: String, CaseIterable {
        case rsa, deep, refused, impostor, onlyImpostor, withoutPath, hostile, several

        var told: [StoryPages.Told] {
            get throws {
                switch self {
                case .rsa: [try StoryPages.rsa()]
                case .deep: [try StoryPages.ecdsa(isDeep: true)]
                case .refused: [try StoryPages.refused()]
                case .impostor: [try StoryPages.impostor()]
                case .onlyImpostor: [try StoryPages.impostorAlone()]
                case .withoutPath: [try StoryPages.withoutPath()]
                case .hostile: [try StoryPages.hostile()]
                case .several: [try StoryPages.pss(), try StoryPages.ed25519(), try StoryPages.withoutPath()]
                }
            }
        }
    }

    private func html(_ told: [StoryPages.Told]) -> String { VerificationPage(told.map(\.answer)).html }

    @Test(arguments: Sample.allCases)
    func `each identifier is there once, and each link has its target`(sample: Sample) throws {
        let links = PageLinks(html(try sample.told))
        #expect(Set(links.ids).count == links.ids.count)
        #expect(Set(links.targets).subtracting(links.ids) == [])
        #expect(links.targets.count > 20)
    }

    @Test(arguments: Sample.allCases)
    func `each check of the story has its row, its clause, and an entry among the evidence`(sample: Sample) throws {
        let told = try sample.told
        let html = html(told)
        let checks = told.flatMap { told in
            told.answer.story.parts.flatMap { part -> [VerificationStory.MadeCheck] in
                switch part {
                case .certificate(let step): step.checks
                case .checks(_, let checks): checks
                case .branch(_, let finding):
                    [.init(check: finding.check, parameters: finding.parameters, finding: finding)]
                default: []
                }
            }
        }
        for made in checks {
            let sentence = made.check.sentence(hasPassed: made.finding == nil, made.parameters)
            #expect(html.contains(HTMLText.escaped(sentence)))
            #expect(html.contains("<a class=\"id\" href=\"#check-\(made.check.id)\">\(made.check.id)</a>"))
            #expect(html.contains("<li id=\"check-\(made.check.id)\"><h3><code>\(made.check.id)</code></h3>"))
            #expect(html.contains("<p>\(HTMLText.escaped(made.check.question))</p>"))
        }
        // A row for each: in the lists, and nowhere else.
        let ids = PageLinks(html).ids
        #expect(ids.count { $0.hasPrefix("check-") } == Set(checks.map(\.check)).count)
        let rows = ids.filter { !$0.hasPrefix("check-") && ($0.contains("-k") || $0.contains("-b")) }
        #expect(rows.count == checks.count)
    }

    @Test func `an accepted certificate says so, with its path and the variables before and after`() throws {
        let told = try StoryPages.rsa()
        let html = html([told])
        #expect(
            html.contains(
                "<div class=\"verdict good\"><h2 id=\"v1-name\"><span>✓ Accepted</span>: rsa.chain.example.test"))
        #expect(html.contains("from the trust anchor Lucid rsa Root"))
        // Nine variables at the beginning, and before and after each of two certificates.
        #expect(html.count(of: "<table class=\"state\">") == 3 && html.count(of: "<th scope=\"row\">") == 27)
        let changes = told.answer.story.parts.reduce(0) { count, part in
            guard case .state(let state, .some(let before), _) = part else { return count }
            return count + zip(before.shownVariables, state.shownVariables).count { $0.value != $1.value }
        }
        #expect(changes > 3 && html.count(of: "<tr class=\"changed\">") == changes)
        #expect(html.contains("RFC 5280 §6.1.4(l), (m)"))
        // Each change says why, at whatever step.
        #expect(html.count(of: "<span class=\"why\">") == changes)
    }

    @Test func `a refusal names each reason, and leads to where it was found`() throws {
        let told = try StoryPages.refused()
        let html = html([told])
        #expect(html.contains("<span>✗ Refused</span>: www.example.org"))
        let findings = told.answer.verdict.findings
        #expect(findings.map(\.check) == [.permittedSubtrees, .dnsName])
        for finding in findings {
            #expect(html.contains("\">\(HTMLText.escaped(finding.sentence))</a></span> <span class=\"c\">"))
        }
        // Beside the arrow and below the box in the drawing, and in its words.
        #expect(html.count(of: "<text class=\"no\"") == 2 && html.count(of: "class=\"box bad\"") == 1)
    }

    @Test func `an issuer that was not taken is drawn beside the one that was, and told`() throws {
        let html = html([try StoryPages.impostor()])
        #expect(html.count(of: "<g class=\"box untaken\">") == 1)
        #expect(html.contains("not taken: Middle") && html.contains("its key did not make the signature below"))
        #expect(html.contains("<h4>A branch not taken</h4>"))
        #expect(html.contains("<li class=\"aside\">Not taken: <a href=\"#v1-s1-b1\">"))
    }

    @Test func `where every way leads over a wrong signature, its numbers are shown and do not come out`() throws {
        let html = html([try StoryPages.impostorAlone()])
        #expect(html.contains("the key above did not make its signature") && html.contains("<path class=\"edge bad\""))
        #expect(
            html.contains("data-valid=\"false\"")
                && html.contains("who made this signature did not have the private key")
                && html.contains("or the signature or the certificate was changed since"))
        // It is the path's first step, and not a branch beside it.
        #expect(!html.contains("not taken"))
        #expect(html.contains("<li class=\"w decision no\""))
    }

    @Test func `where no path is found, the gap is drawn, and what is missing is named`() throws {
        let html = html([try StoryPages.withoutPath()])
        #expect(html.contains("no path leads to it from a trust anchor"))
        #expect(html.contains("<g class=\"box missing\">") && html.contains("<h4>No path to a trust anchor</h4>"))
        #expect(html.contains("Lucid rsa Intermediate") && !html.contains("<table class=\"state\">"))
    }

    @Test func `several certificates have a section each, and one list of evidence`() throws {
        let html = html(try Sample.several.told)
        #expect(html.count(of: "<section class=\"answer\"") == 3 && html.count(of: "id=\"evidence\"") == 1)
        #expect(html.contains("✓ leaf-ed25519</a>") && html.contains("✗ rsa.chain.example.test</a>"))
        #expect(html.contains("and 2 more</h1>"))
    }

    @Test func `of very many paths some are told in full, folded, and of the others the reasons`() throws {
        let told = try StoryPages.manyPaths()
        #expect(told.answer.verdict.otherPaths.count == 9)
        let html = html([told])
        #expect(html.count(of: "<div class=\"path\" id=\"v1-s1\"") == 1)
        #expect(
            html.count(of: "<details class=\"path\"") == 5 && html.count(of: "One of many; not valid, because:") == 4)
        #expect(html.count(of: "<g class=\"box untaken\">") == 6 && html.contains("not taken: 4 more issuers"))
        let links = PageLinks(html)
        #expect(Set(links.targets).subtracting(links.ids) == [] && Set(links.ids).count == links.ids.count)
    }

    @Test func `further evidence stands at the page's end, as text`() throws {
        let told = try StoryPages.ecdsa()
        let page = VerificationPage([told.answer]) { check in
            check == .signature ? [.init("Tests", ["a <b> test", "another"])] : []
        }
        #expect(page.html.count(of: "<dl><dt>Tests</dt><dd>a &lt;b&gt; test</dd><dd>another</dd></dl>") == 1)
    }

    @Test func `each variable can say why it changed`() throws {
        let states = try StoryPages.refused().answer.story.parts.compactMap { part in
            if case .state(let state, _, _) = part { state } else { nil as PathState? }
        }
        for variable in try #require(states.first).shownVariables {
            #expect(PathState.reason(forChangeOf: variable.name, at: .prepared(certificateIndex: 1)) != nil)
        }
        for name in ["explicit_policy", "valid_policy_tree"] {
            #expect(PathState.reason(forChangeOf: name, at: .wrappedUp)?.steps.contains("§6.1.5") == true)
        }
    }
}
