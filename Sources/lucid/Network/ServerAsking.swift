import ArgumentParser
import LucidNetwork
import LucidX509

/// Asks servers for their certificates, for the commands that do.
struct ServerAsking {
    let timeout: Duration
    var serverName: String?
    var startTLS: StartTLSProtocol?

    /// Asks, or says why there is no answer and ends with exit code 2.
    func ask(_ text: String) throws -> ServerChain {
        let place = try Self.place(text)
        let name = try asciiName()
        do throws(ServerChain.Problem) {
            return try ServerChain.fetch(from: place, serverName: name, startTLS: startTLS, timeout: timeout)
        } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
    }

    /// Reads `HOST:PORT`; a host name in any script becomes what the domain name system knows.
    static func place(_ text: String) throws -> HostAndPort {
        do throws(HostAndPort.Problem) {
            let place = try HostAndPort(text)
            guard place.port != 0 else { throw .badPort }
            guard place.host.utf8.contains(where: { $0 >= 0x80 }) else { return place }
            guard case .dnsName(let name)? = ReferenceIdentity(place.host) else { throw .badHost }
            return HostAndPort(host: name, port: place.port)
        } catch {
            Terminal.complain("lucid: \(text.safeToShow): \(error.statement)")
            throw ExitCode.unusable
        }
    }

    /// The name to ask for, in ASCII; nil to take the host's.
    private func asciiName() throws -> String? {
        guard let serverName else { return nil }
        guard case .dnsName(let name)? = ReferenceIdentity(serverName) else {
            Terminal.complain("lucid: --server-name \(serverName.safeToShow): a DNS name is wanted (RFC 6066 §3)")
            throw ExitCode.unusable
        }
        return name
    }
}
