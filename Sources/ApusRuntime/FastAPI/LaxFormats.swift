/// Formats whose strings pydantic parses in its own way: one row for each.
enum LaxFormats {
    typealias Row = InputConventions.Format

    private static let uuid = IssueWording("uuid_type", "UUID input should be a string, bytes or UUID object")
    private static let ipv4 = IssueWording("ip_v4_address", "Input is not a valid IPv4 address")
    private static let ipv6 = IssueWording("ip_v6_address", "Input is not a valid IPv6 address")
    private static let ipAny = IssueWording("ip_any_address", "value is not a valid IPv4 or IPv6 address")

    /// `uuid4`: UUIDs of a particular version.
    private static let versions = (1...8).map { (version: Int) -> (String, Row) in
        ("uuid\(version)", Row(noString: uuid, problem: { text, _ in LaxUUIDs.words(text, version: version) }))
    }

    static let rows: [String: Row] = types.merging(versions) { row, _ in row }

    private static let types: [String: Row] = [
        "date": Row(
            noString: IssueWording("date_type", "Input should be a valid date"),
            problem: { text, _ in LaxDates.date(text) }),
        "date-time": Row(
            noString: IssueWording("datetime_type", "Input should be a valid datetime"),
            problem: { text, _ in LaxDates.dateTimeWords(text) }),
        "time": Row(
            noString: IssueWording("time_type", "Input should be a valid time"),
            problem: { text, _ in LaxDates.timeWords(text) }),
        "duration": Row(
            noString: IssueWording("time_delta_type", "Input should be a valid timedelta"),
            problem: { text, _ in LaxDates.timeSpanWords(text) }),
        "uuid": Row(
            noString: uuid,
            problem: { text, _ in LaxUUIDs.words(text) }),
        "uri": Row(
            noString: IssueWording("url_type", "URL input should be a string or URL"),
            problem: LaxURLs.words),
        "email": Row(
            noString: IssueWording("string_type", "Input should be a valid string"),
            problem: { text, _ in LaxEmails.words(text) }),
        "ipv4": Row(
            noString: ipv4,
            problem: { text, _ in isIPv4(text) ? nil : ipv4 }),
        "ipv6": Row(
            noString: ipv6,
            problem: { text, _ in isIPv6(text) ? nil : ipv6 }),
        "ipvanyaddress": Row(
            noString: ipAny,
            problem: { text, _ in isIPv4(text) || isIPv6(text) ? nil : ipAny }),
        "binary": Row(noString: IssueWording("bytes_type", "Input should be a valid bytes"), problem: { _, _ in nil }),
    ]
}
