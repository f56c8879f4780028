/// URLs as pydantic reads them: by the URL standard of WHATWG, which takes what RFC 3986 does not, such as `http:example.com`.
enum PydanticURLs {
    /// `HttpUrl` is known by its limit.
    private static let httpLimit = 2083
    private static let special: Set<Substring> = ["http", "https", "ws", "wss", "ftp"]

    static func words(_ text: UnsafeBufferPointer<UInt8>, maxLength: Int?) -> PydanticWords? {
        let text = String(decoding: text, as: UTF8.self)
        if let maxLength, text.unicodeScalars.count > maxLength {
            let limit = PydanticWords.count(maxLength, "character")
            return PydanticWords(
                "url_too_long", "URL should have at most \(limit)", ["max_length": JSONValue(integerLiteral: maxLength)]
            )
        }
        if let reason = problem(text) {
            return PydanticWords("url_parsing", "Input should be a valid URL, \(reason)", ["error": .string(reason)])
        }
        guard maxLength == httpLimit, !["http", "https"].contains(scheme(text)) else { return nil }
        let schemes = "'http' or 'https'"
        return PydanticWords("url_scheme", "URL scheme should be \(schemes)", ["expected_schemes": .string(schemes)])
    }

    private static func scheme(_ text: String) -> String {
        String(trimmed(text).prefix { $0 != ":" }).lowercased()
    }

    private static func trimmed(_ text: String) -> Substring {
        let isBlank: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 }
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let end = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return text[start...end]
    }

    private static func problem(_ text: String) -> String? {
        if text.isEmpty { return "input is empty" }
        let noBase = "relative URL without a base"
        let url = Substring(trimmed(text).filter { !"\t\n\r".contains($0) })
        guard let colon = url.firstIndex(of: ":"), let first = url.unicodeScalars.first,
            first.isASCII, first.properties.isAlphabetic,
            url[..<colon].unicodeScalars.allSatisfy({ isSchemeCharacter($0) })
        else { return noBase }
        let scheme = Substring(url[..<colon].lowercased())
        let rest = url[url.index(after: colon)...]
        if special.contains(scheme) {
            let slashes = rest.prefix { $0 == "/" || $0 == "\\" }
            return authorityProblem(rest.dropFirst(slashes.count).prefix { !"/\\?#".contains($0) }, isSpecial: true)
        }
        guard scheme != "file", rest.hasPrefix("//") else { return nil }
        return authorityProblem(rest.dropFirst(2).prefix { !"/?#".contains($0) }, isSpecial: false)
    }

    private static func isSchemeCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "+-.".unicodeScalars.contains(scalar))
    }

    private static func authorityProblem(_ authority: Substring, isSpecial: Bool) -> String? {
        var host = authority
        if let at = host.lastIndex(of: "@") {
            host = host[host.index(after: at)...]
            if host.isEmpty { return "empty host" }
        }
        var port: Substring = ""
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return "invalid IPv6 address" }
            var address = String(host[host.index(after: host.startIndex)..<end])
            if !address.withUTF8({ isIPv6($0) }) { return "invalid IPv6 address" }
            port = host[host.index(after: end)...]
            if !port.isEmpty, !port.hasPrefix(":") { return "invalid port number" }
            port = port.dropFirst()
        } else {
            let name = host.prefix { $0 != ":" }
            port = host.dropFirst(name.count + 1)
            if let problem = hostProblem(name, isSpecial: isSpecial, hasPort: name.count < host.count) {
                return problem
            }
        }
        let isPort = port.utf8.allSatisfy { 0x30...0x39 ~= $0 } && (port.isEmpty || UInt16(port) != nil)
        return isPort ? nil : "invalid port number"
    }

    private static func hostProblem(_ host: Substring, isSpecial: Bool, hasPort: Bool) -> String? {
        if host.isEmpty { return isSpecial || hasPort ? "empty host" : nil }
        let name = isSpecial ? PercentCoding.decode(host) : String(host)
        let forbidden = " #/<>?@[\\]^|" + (isSpecial ? "%" : "")
        let isForbidden = name.unicodeScalars.contains { scalar in
            forbidden.unicodeScalars.contains(scalar) || scalar.value < 0x20 || scalar.value == 0x7F
        }
        if isForbidden { return isSpecial ? "invalid international domain name" : "invalid domain character" }
        guard isSpecial, endsInNumber(name) else { return nil }
        return isIPv4Number(name) ? nil : "invalid IPv4 address"
    }

    private static func endsInNumber(_ host: String) -> Bool {
        var parts = host.split(separator: ".", omittingEmptySubsequences: false)
        if parts.last == "", parts.count > 1 { parts.removeLast() }
        guard let last = parts.last, !last.isEmpty else { return false }
        return last.utf8.allSatisfy { 0x30...0x39 ~= $0 } || last.lowercased().hasPrefix("0x")
    }

    /// `1.2.3.4`, and also `1.2.772` and `16909060`, whose last part fills the bytes that are left.
    private static func isIPv4Number(_ host: String) -> Bool {
        var parts = host.split(separator: ".", omittingEmptySubsequences: false)
        if parts.last == "" { parts.removeLast() }
        guard parts.count <= 4 else { return false }
        let numbers = parts.compactMap { part -> UInt64? in
            let text = part.lowercased()
            if text.hasPrefix("0x") { return text.count == 2 ? 0 : UInt64(text.dropFirst(2), radix: 16) }
            if text.hasPrefix("0"), text.count > 1 { return UInt64(text.dropFirst(), radix: 8) }
            return UInt64(text)
        }
        guard numbers.count == parts.count, let last = numbers.last else { return false }
        return numbers.dropLast().allSatisfy { $0 < 256 } && last < 1 << (8 * (5 - UInt64(numbers.count)))
    }
}
