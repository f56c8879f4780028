/// Formats whose texts pydantic reads in its own way: a row each.
enum PydanticFormats {
    struct Row: Sendable {
        /// What pydantic says of a value that is not a string.
        var type: PydanticWords
        /// What is wrong with a text, nil for nothing.
        var words: @Sendable (_ text: UnsafeBufferPointer<UInt8>, _ maxLength: Int?) -> PydanticWords?
        /// Whether nothing else is said of a text: its lengths are part of the format.
        var includesLengths = false
    }

    private static let uuid = PydanticWords("uuid_type", "UUID input should be a string, bytes or UUID object")
    private static let ipv4 = PydanticWords("ip_v4_address", "Input is not a valid IPv4 address")
    private static let ipv6 = PydanticWords("ip_v6_address", "Input is not a valid IPv6 address")
    private static let ipAny = PydanticWords("ip_any_address", "value is not a valid IPv4 or IPv6 address")

    /// `uuid4`: one of a version.
    private static let versions = (1...8).map { (version: Int) -> (String, Row) in
        ("uuid\(version)", Row(type: uuid, words: { text, _ in PydanticUUIDs.words(text, version: version) }))
    }

    static let rows: [String: Row] = types.merging(versions) { row, _ in row }

    private static let types: [String: Row] = [
        "date": Row(
            type: PydanticWords("date_type", "Input should be a valid date"),
            words: { text, _ in PydanticDates.date(text) }),
        "date-time": Row(
            type: PydanticWords("datetime_type", "Input should be a valid datetime"),
            words: { text, _ in PydanticDates.dateTimeWords(text) }),
        "time": Row(
            type: PydanticWords("time_type", "Input should be a valid time"),
            words: { text, _ in PydanticDates.timeWords(text) }),
        "duration": Row(
            type: PydanticWords("time_delta_type", "Input should be a valid timedelta"),
            words: { text, _ in PydanticDurations.words(text) }),
        "uuid": Row(
            type: uuid,
            words: { text, _ in PydanticUUIDs.words(text) }),
        "uri": Row(
            type: PydanticWords("url_type", "URL input should be a string or URL"),
            words: PydanticURLs.words, includesLengths: true),
        "email": Row(
            type: PydanticWords("string_type", "Input should be a valid string"),
            words: { text, _ in PydanticEmails.words(text) }),
        "ipv4": Row(
            type: ipv4,
            words: { text, _ in isIPv4(text) ? nil : ipv4 }),
        "ipv6": Row(
            type: ipv6,
            words: { text, _ in isIPv6(text) ? nil : ipv6 }),
        "ipvanyaddress": Row(
            type: ipAny,
            words: { text, _ in isIPv4(text) || isIPv6(text) ? nil : ipAny }),
        "binary": Row(type: PydanticWords("bytes_type", "Input should be a valid bytes"), words: { _, _ in nil }),
    ]
}
