/// Sample strings of each `format`: one row for each format, whose string contains the number of a variant.
enum SampleFormats {
    static func text(of format: String, variant: Int) -> String? {
        texts[format].map { text in
            let suffix = variant == 0 ? "" : String(variant + 1)
            return text.replacing("#0", with: String(variant % 10)).replacing("#", with: suffix)
        }
    }

    /// `#` stands for nothing or for the number of a further variant; `#0` stands for a digit.
    private static let texts = [
        "date-time": "2026-01-31T12:00:0#0Z", "date": "2026-01-1#0", "time": "12:00:0#0Z", "duration": "P1#0D",
        "uuid": "7f3c1b52-9a4e-4d8e-8f43-2d1c0b6a7e1#0", "email": "name#@example.com", "idn-email": "name#@example.com",
        "hostname": "www#.example.com", "idn-hostname": "www#.example.com", "ipv4": "192.0.2.1#0",
        "ipv6": "2001:db8::1#0", "uri": "https://example.com/#", "uri-reference": "/path#",
        "iri": "https://example.com/#", "iri-reference": "/path#", "uri-template": "https://example.com/{id}#",
        "url": "https://example.com/#", "json-pointer": "/key#", "relative-json-pointer": "1#0/key", "regex": "^a#$",
        "byte": "c2FtcGxl", "base64": "c2FtcGxl", "ipvanyaddress": "192.0.2.1#0",
        "uuid1": "7f3c1b52-9a4e-1d8e-8f43-2d1c0b6a7e1#0", "uuid3": "7f3c1b52-9a4e-3d8e-8f43-2d1c0b6a7e1#0",
        "uuid4": "7f3c1b52-9a4e-4d8e-8f43-2d1c0b6a7e1#0", "uuid5": "7f3c1b52-9a4e-5d8e-8f43-2d1c0b6a7e1#0",
        "uuid6": "7f3c1b52-9a4e-6d8e-8f43-2d1c0b6a7e1#0", "uuid7": "7f3c1b52-9a4e-7d8e-8f43-2d1c0b6a7e1#0",
        "uuid8": "7f3c1b52-9a4e-8d8e-8f43-2d1c0b6a7e1#0", "password": "secret#", "decimal": "1#0.50",
    ]
}
