/// What a client validates before it is sent, or as it is received. By default nothing: the server validates,
/// and answers are read leniently.
///
///     client.connection.validates = [.requests, .responses]
///
/// Types whose validators are not generated are taken as they are: for answers, `validators: all` in `apus.yaml` generates them.
public struct ClientValidation: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Parameters and bodies of requests, but for items of streams: a request that is not valid is not sent, and
    /// ``ClientError/invalidRequest(_:)`` lists its issues. The path of one in a parameter begins with its name.
    public static let requests = ClientValidation(rawValue: 1)

    /// Bodies of answers that hold models, of documented failures too: ``ClientError/decoding(_:)`` lists the issues of one
    /// that is not valid, and an ``ItemStream`` ends with ``ItemStreamError/invalid(index:text:_:)``.
    public static let responses = ClientValidation(rawValue: 2)
}
