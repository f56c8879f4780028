import HTTPTypes

extension HTTPResponse.Status {
    /// Whether a response with this status may have a body (RFC 9110, section 6.4.1; 205 has none according to section 15.3.6).
    var allowsBody: Bool { code >= 200 && code != 204 && code != 205 && code != 304 }
}
