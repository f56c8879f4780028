/// What a client validates before it is sent, or when it is received. By default, nothing is validated: the server validates
/// requests, and responses are read leniently.
///
///     client.connection.validates = [.requests, .responses]
///
/// Types without generated validators are accepted as they are; `validators: all` in `apus.yaml` generates the validators for
/// responses.
public struct ClientValidation: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Parameters and bodies of requests, except items of streams: an invalid request is not sent, and
    /// ``ClientError/invalidRequest(_:)`` lists its issues. The path of an issue in a parameter begins with the parameter's name.
    public static let requests = ClientValidation(rawValue: 1)

    /// Header fields of responses, and bodies that contain models, including documented failures: ``ClientError/decoding(_:)`` lists
    /// the issues of an invalid one, and an ``ItemStream`` ends with ``ItemStreamError/invalid(index:text:_:)``.
    public static let responses = ClientValidation(rawValue: 2)
}
