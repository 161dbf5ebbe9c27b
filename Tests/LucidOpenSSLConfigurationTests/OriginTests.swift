import LucidOpenSSLConfiguration
import Testing

struct OriginTests {
    @Test func `places are told apart by line`() {
        let place = ConfigurationPlace(file: "a", line: 1, section: "s", name: "n")
        #expect(
            Origin.configuration(place)
                != .configuration(ConfigurationPlace(file: "a", line: 2, section: "s", name: "n")))
    }
}
