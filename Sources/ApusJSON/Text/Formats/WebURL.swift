/// The reason why a string is not an absolute URL according to the URL standard of WHATWG.
package enum WebURLProblem {
    case empty, relative, emptyHost, port
    case ipv4, ipv6
    /// A character that is not allowed in a host; `internationalName` if the host is a domain name.
    case hostCharacter, internationalName
}

/// URLs according to the URL standard of WHATWG, which accepts more than RFC 3986, such as `http:example.com`.
package enum WebURL {
    private static let special: Set<Substring> = ["http", "https", "ws", "wss", "ftp"]

    package static func scheme(_ text: String) -> String {
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

    package static func problem(_ text: String) -> WebURLProblem? {
        if text.isEmpty { return .empty }
        let url = Substring(trimmed(text).filter { !"\t\n\r".contains($0) })
        guard let colon = url.firstIndex(of: ":"), let first = url.unicodeScalars.first,
            first.isASCII, first.properties.isAlphabetic,
            url[..<colon].unicodeScalars.allSatisfy({ isSchemeCharacter($0) })
        else { return .relative }
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

    private static func authorityProblem(_ authority: Substring, isSpecial: Bool) -> WebURLProblem? {
        var host = authority
        if let at = host.lastIndex(of: "@") {
            host = host[host.index(after: at)...]
            if host.isEmpty { return .emptyHost }
        }
        var port: Substring = ""
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return .ipv6 }
            var address = String(host[host.index(after: host.startIndex)..<end])
            if !address.withUTF8({ isIPv6($0) }) { return .ipv6 }
            port = host[host.index(after: end)...]
            if !port.isEmpty, !port.hasPrefix(":") { return .port }
            port = port.dropFirst()
        } else {
            let name = host.prefix { $0 != ":" }
            port = host.dropFirst(name.count + 1)
            if let problem = hostProblem(name, isSpecial: isSpecial, hasPort: name.count < host.count) {
                return problem
            }
        }
        let isPort = port.utf8.allSatisfy { 0x30...0x39 ~= $0 } && (port.isEmpty || UInt16(port) != nil)
        return isPort ? nil : .port
    }

    private static func hostProblem(_ host: Substring, isSpecial: Bool, hasPort: Bool) -> WebURLProblem? {
        if host.isEmpty { return isSpecial || hasPort ? .emptyHost : nil }
        let name = isSpecial ? PercentCoding.decode(host) : String(host)
        let forbidden = " #/<>?@[\\]^|" + (isSpecial ? "%" : "")
        let isForbidden = name.unicodeScalars.contains { scalar in
            forbidden.unicodeScalars.contains(scalar) || scalar.value < 0x20 || scalar.value == 0x7F
        }
        if isForbidden { return isSpecial ? .internationalName : .hostCharacter }
        guard isSpecial, endsInNumber(name) else { return nil }
        return isIPv4Number(name) ? nil : .ipv4
    }

    private static func endsInNumber(_ host: String) -> Bool {
        var parts = host.split(separator: ".", omittingEmptySubsequences: false)
        if parts.last == "", parts.count > 1 { parts.removeLast() }
        guard let last = parts.last, !last.isEmpty else { return false }
        return last.utf8.allSatisfy { 0x30...0x39 ~= $0 } || last.lowercased().hasPrefix("0x")
    }

    /// `1.2.3.4`, and also `1.2.772` and `16909060`, whose last part fills the remaining bytes.
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
