import ApusRuntime

extension ServerResponse {
    /// The bytes of a body that is there.
    var bytes: [UInt8] { body.buffered ?? [] }
}
