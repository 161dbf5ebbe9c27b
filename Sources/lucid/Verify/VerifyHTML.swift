import ArgumentParser
import LucidExplain
import LucidX509

/// `lucid verify --html`: the story of verifications as a page.
struct VerifyHTML {
    let request: VerifyRequest
    let page: VerifyRequest.Page
    private var answers: [VerificationPage.Answer] = []

    /// Ends with exit code 2, before anything is verified, where the page may not be written.
    init(_ request: VerifyRequest, _ page: VerifyRequest.Page) throws {
        (self.request, self.page) = (request, page)
        try output.check(
            page.path, inputs: request.leaves + request.trust + request.intermediates + request.crl + request.ocsp)
    }

    private var output: OutputOptions {
        var output = OutputOptions()
        output.force = page.replaces
        return output
    }

    /// Takes up a verdict.
    mutating func add(_ verdict: Verdict, _ steps: Trace, _ file: String, _ verifier: Verifier, _ time: CalendarTime) {
        answers.append(
            VerificationPage.Answer(
                file: InputFiles.name(file), asked: request.host + request.email,
                purpose: verifier.purpose == .any ? nil : verifier.purpose.rawValue, profile: verifier.profile.name,
                time: time, verdict: verdict, story: VerificationStory(steps, isDeep: request.deep)))
    }

    /// Whether the page goes where verdicts go otherwise.
    var isOnStandardOutput: Bool { page.path == "-" }

    /// Writes the page.
    func write() throws {
        let html = Array(VerificationPage(answers, evidence: EvidenceRows.of).html.utf8)
        try output.write(html.span, to: page.path, access: .everybody)
    }
}
