import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension HTTPURLResponse {
    /// The header fields; one name may occur in several spellings.
    var fields: HTTPFields {
        var fields = HTTPFields()
        for (name, value) in allHeaderFields {
            guard let name = HTTPField.Name("\(name)") else { continue }
            let values = name == .setCookie ? Self.cookies("\(value)") : ["\(value)"]
            for value in values { fields.append(HTTPField(name: name, value: value)) }
        }
        return fields
    }

    /// `a=1; Expires=Wed, 21 Oct 2030 07:28:00 GMT, b=2` -> `a=1; Expires=Wed, 21 Oct 2030 07:28:00 GMT` and `b=2`: URLSession
    /// joins the fields, and a cookie contains a comma only in its date.
    private static func cookies(_ joined: String) -> [String] {
        var cookies: [String] = []
        for piece in joined.components(separatedBy: ", ") {
            let name = piece.prefix { $0 != "=" }
            let isCookie = name.endIndex != piece.endIndex && !name.contains { $0 == " " || $0 == ";" }
            if isCookie || cookies.isEmpty {
                cookies.append(piece)
            } else {
                cookies[cookies.count - 1] += ", " + piece
            }
        }
        return cookies
    }

    /// The length of the body after decompression, if it is known.
    var length: Int? {
        let isCoded = value(forHTTPHeaderField: "Content-Encoding") != nil
        return isCoded || expectedContentLength < 0 ? nil : Int(expectedContentLength)
    }
}
