import ApusRuntime

extension ServerResponse {
    /// The bytes of a body that is in memory.
    var bytes: [UInt8] { body.buffered ?? [] }
}
