import ApusHummingbird
import Foundation
import Hummingbird
import Logging

/// `PORT=3000 KEY=secret openhands-server`; port 0 means any free port. SIGINT and SIGTERM end it.
@main
struct Main {
    static func main() async throws {
        let environment = ProcessInfo.processInfo.environment
        let port = environment["PORT"].flatMap(Int.init) ?? 3000
        let api = OpenHands(key: environment["KEY"] ?? "secret")
        var logger = Logger(label: "openhands")
        logger.logLevel = .error

        let application = Application(
            responder: HummingbirdResponder(api),
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? port
                FileHandle.standardOutput.write(Data("Listening on http://127.0.0.1:\(port)\n".utf8))
            },
            logger: logger
        )
        try await application.runService()
    }
}
