import ApusHummingbird
public import ApusRuntime
import Foundation
import Hummingbird
import Logging

/// Serves an API on a free port and prints the port.
public func serve(_ api: some APIServer) async throws {
    var logger = Logger(label: "schemathesis")
    logger.logLevel = .error
    let application = Application(
        responder: HummingbirdResponder(api),
        configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in
            FileHandle.standardOutput.write(Data("\(channel.localAddress?.port ?? 0)\n".utf8))
        },
        logger: logger
    )
    try await application.runService()
}

/// A value that the document allows.
public func sample<Value: JSONDecodable>(_ text: String) throws -> Value {
    try Value(json: JSONDocument(text).root)
}

/// The caller with the only valid key.
public struct Caller: Sendable {
    public init(_ key: String) throws {
        guard key == "secret" else { throw Unauthorized() }
    }
}

/// The existing resources: all except those that have been deleted. Creating a resource in a collection restores the whole
/// collection, since a server with fixed responses may have given the new resource any of their names.
public actor Resources {
    private var deleted: Set<String> = []

    public init() {}

    public func get(_ path: String) throws { try find(path) }
    public func head(_ path: String) throws { try find(path) }
    public func patch(_ path: String) throws { try find(path) }
    public func put(_ path: String) { deleted.remove(path) }

    public func post(_ path: String) throws {
        try find(path)
        deleted = deleted.filter { !$0.hasPrefix(path + "/") }
    }

    public func delete(_ path: String) throws {
        try find(path)
        deleted.insert(path)
    }

    private func find(_ path: String) throws {
        if deleted.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) { throw NoSuchResource() }
    }
}

private struct NoSuchResource: OperationFailure {
    static var responses: [FailureResponse<Self>] { [] }

    var response: ServerResponse { .json(404, ["detail": "There is no such resource."]) }
}
