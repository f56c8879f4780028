#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The body of a request or a response: bytes in memory, a file, or chunks that arrive one after another.
///
/// A caller creates a body from what it has, and reads a body as a whole or as it arrives:
///
///     try await client.putPicture(body: HTTPBody(data, contentType: "image/png"))
///     try await client.putPicture(body: HTTPBody(file: "/tmp/picture.png"))
///     let data = try await client.getPicture().data()
///     for try await chunk in try await client.getPicture() { try file.write(contentsOf: chunk) }
///
/// A body that comes over the network can be read once, at the pace of its reader. Dropping it before its end ends the exchange.
public struct HTTPBody: Sendable {
    enum Source: Sendable {
        case bytes([UInt8])
        case file(path: String)
        case chunks(@Sendable () -> Chunks)
    }

    /// Returns the next chunk; `nil` at the end.
    typealias Chunks = () async throws -> [UInt8]?

    let source: Source
    /// The number of bytes, if it is known before they are read.
    public let length: Int?
    /// The media type of the bytes. For a received body, the value from the header. For a body to send, the value for the header if
    /// the document leaves it open (`image/*`).
    public var contentType: String?
    /// The maximum number of bytes to return before ``BodyTooLarge`` is thrown.
    var limit: Int?
    /// How long to wait for the next chunk before ``ResponseTimeout`` is thrown; `nil` waits as long as it takes.
    package var idleLimit: Duration?
    /// Called with the maximum number of bytes that a reader accepts.
    package var reportLimit: (@Sendable (Int) -> Void)?
    /// Whether the chunks are created anew for each reader.
    var repeatsChunks = false

    private init(_ source: Source, length: Int?, contentType: String?) {
        self.source = source
        self.length = length
        self.contentType = contentType
    }

    /// Bytes in memory.
    public init(_ bytes: [UInt8] = [], contentType: String? = nil) {
        self.init(.bytes(bytes), length: bytes.count, contentType: contentType)
    }

    /// Bytes in memory.
    public init(_ data: Data, contentType: String? = nil) { self.init(Array(data), contentType: contentType) }

    /// A string, encoded as UTF-8.
    public init(_ text: String, contentType: String? = nil) { self.init(Array(text.utf8), contentType: contentType) }

    /// The content of a file, which is read while it is sent. Sending fails if the file cannot be read.
    public init(file path: String, contentType: String? = nil) {
        self.init(.file(path: path), length: FileChunks.size(path), contentType: contentType)
    }

    /// Chunks of bytes, such as `[UInt8]` or `Data`, as `sequence` produces them. The sequence is iterated when the body is read.
    public init<Sequence: AsyncSequence & Sendable>(
        _ sequence: Sequence, length: Int? = nil, contentType: String? = nil
    ) where Sequence.Element: ContiguousBytes {
        self.init(length: length, contentType: contentType) {
            var iterator = sequence.makeAsyncIterator()
            return {
                guard let chunk = try await iterator.next() else { return nil }
                return chunk as? [UInt8] ?? chunk.withUnsafeBytes(Array.init)
            }
        }
    }

    /// Chunks that can be read only once, like those from a network. A second reader gets ``BodyAlreadyRead``.
    package init<Sequence: AsyncSequence & Sendable>(once sequence: Sequence, length: Int?)
    where Sequence.Element == [UInt8] {
        let isRead = ReadOnce()
        self.init(length: length, contentType: nil) {
            guard isRead.begin() else { return { throw BodyAlreadyRead() } }
            var iterator = sequence.makeAsyncIterator()
            return { try await iterator.next() }
        }
    }

    /// Chunks that `make` creates anew for each reader.
    init(length: Int?, contentType: String?, chunks make: @escaping @Sendable () -> Chunks) {
        self.init(.chunks(make), length: length, contentType: contentType)
    }

    /// The bytes, if all of them are already in memory.
    public var buffered: [UInt8]? {
        if case .bytes(let bytes) = source { bytes } else { nil }
    }

    /// The path of the file, if the body is a file; for transports that send files themselves.
    public var file: String? {
        if case .file(let path) = source { path } else { nil }
    }

    /// Whether it can be sent a second time: bytes and files can, a sequence only if it is one of this library.
    public var isRepeatable: Bool {
        switch source {
        case .bytes, .file: true
        case .chunks: repeatsChunks
        }
    }

    /// The media type to send: the body's own if the declared one is a range, or if it is the declared one with parameters.
    func mediaType(declared: String) -> String {
        guard let contentType, !contentType.contains("/*") else {
            return declared.contains("*") ? "application/octet-stream" : declared
        }
        guard let range = MediaType(declared), let type = MediaType(contentType), type.matches(range) else {
            return declared.contains("*") ? contentType : declared
        }
        return contentType
    }

    /// The same body, which calls `report` with the error if it cannot be read to its end.
    func reporting(_ report: @escaping @Sendable (any Error) -> Void) -> HTTPBody {
        failing { error in
            report(error)
            return error
        }
    }

    /// The same body, which throws the error that `failure` returns for the reason why it cannot be read to its end.
    func failing(with failure: @escaping @Sendable (any Error) -> any Error) -> HTTPBody {
        HTTPBody(length: length, contentType: contentType) {
            var iterator = makeAsyncIterator()
            return {
                do { return try await iterator.next() } catch {
                    throw error is CancellationError ? error : failure(error)
                }
            }
        }
    }

    /// The same body, which throws ``BodyTooLarge`` if it has more than `limit` bytes.
    public func limited(to limit: Int) -> HTTPBody {
        var body = self
        body.limit = Swift.min(limit, self.limit ?? limit)
        return body
    }
}

// MARK: Reading

extension HTTPBody: AsyncSequence {
    /// Reads a body chunk by chunk.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let chunks: Chunks
        private let limit: Int
        private var count = 0

        init(_ body: HTTPBody) {
            limit = body.limit ?? .max
            if limit < .max { body.reportLimit?(limit) }
            switch body.source {
            case .bytes(let bytes):
                var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
                chunks = { rest.take() }
            case .file(let path):
                let file = FileChunks(path)
                chunks = { try file.next() }
            case .chunks(let make):
                let made = make()
                chunks = body.idleLimit.map { Self.chunks(made, within: $0) } ?? made
            }
        }

        /// A reader waits for only one chunk at a time, although in a separate task.
        private static func chunks(_ chunks: @escaping Chunks, within limit: Duration) -> Chunks {
            nonisolated(unsafe) let chunks = chunks
            let idle = IdleLimit(limit)
            return { try await idle.wait { try await chunks() } }
        }

        /// The next chunk, which is not empty; `nil` at the end.
        ///
        /// - Throws: ``BodyTooLarge``, ``ResponseTimeout``, `CancellationError`, or the reason why no more bytes came.
        public mutating func next() async throws -> [UInt8]? {
            while let chunk = try await chunks() {
                count += chunk.count
                if count > limit { throw BodyTooLarge() }
                if !chunk.isEmpty { return chunk }
            }
            // A sequence may end as if it were complete when its reader is cancelled.
            try Task.checkCancellation()
            return nil
        }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

    /// All bytes.
    ///
    /// - Throws: ``BodyTooLarge`` as soon as there are more than `limit` bytes (64 MiB by default), or the reason why no more came.
    public func bytes(upTo limit: Int = 64 << 20) async throws -> [UInt8] {
        let limit = Swift.min(limit, self.limit ?? limit)
        if let length, length > limit { throw BodyTooLarge() }
        if let buffered { return buffered }
        var bytes: [UInt8] = []
        var iterator = limited(to: limit).makeAsyncIterator()
        while let chunk = try await iterator.next() {
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
        }
        return bytes
    }

    /// All bytes, as ``bytes(upTo:)``.
    public func data(upTo limit: Int = 64 << 20) async throws -> Data { Data(try await bytes(upTo: limit)) }

    /// All bytes as text, decoded with the charset of the content type, by default UTF-8. Invalid bytes are replaced by U+FFFD.
    public func text(upTo limit: Int = 64 << 20) async throws -> String {
        let bytes = try await bytes(upTo: limit)
        let charset = contentType.flatMap(MediaType.init)?.charset
        return TextCoding.decode(bytes, charset: charset) ?? String(decoding: bytes, as: UTF8.self)
    }
}

extension HTTPBody: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
