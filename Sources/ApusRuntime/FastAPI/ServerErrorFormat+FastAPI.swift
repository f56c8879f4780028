import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Nothing else refers to the code in this folder: a server that answers as FastAPI does uses `.httpValidationError`, which includes
// the conventions by which its input is read.

extension ServerErrorFormat {
    /// What an entry of FastAPI's `detail` contains in addition to `type`, `loc` and `msg`.
    public struct Details: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `input`: the invalid value.
        public static let input = Self(rawValue: 1)
        /// `ctx`: the values in the message, such as `{"min_length": 1}`.
        public static let context = Self(rawValue: 2)
    }

    /// FastAPI's format: `{"detail": "Not Found"}`, and for invalid input `{"detail": [{"type", "loc", "msg"}]}`.
    public static let httpValidationError = Self.httpValidationError(with: [])

    /// FastAPI's format, with entries that contain more than `type`, `loc` and `msg`.
    ///
    /// `secrets` are the names, in upper or lower case, of parameters and members whose values are replaced by asterisks in
    /// `input`.
    public static func httpValidationError(with details: Details, hiding secrets: Set<String> = []) -> Self {
        let secrets = Set(secrets.map { $0.lowercased() })
        return Self(
            name: ["httpValidationError", "\(details.rawValue)"] + secrets.sorted(),
            conventions: fastAPI, placesSyntaxErrors: true, refusal: FastAPIAnswer.refusal,
            invalid: { issues in FastAPIAnswer.invalid(issues, details, secrets: secrets) })
    }

    private static let fastAPI = InputConventions(
        takesWholeNumbers: false,
        laxStrings: { type, text in
            if type == DateTime.self { return LaxDates.moment(text) }
            if type == CalendarDate.self { return LaxDates.day(text) }
            if type == TimeOfDay.self { return LaxDates.clockTime(text) }
            if type == UUID.self { return UUIDText.digits(text).flatMap { UUID(digits: $0) } }
            return nil
        },
        laxJSON: LaxTexts.json, format: { LaxFormats.rows[$0] })
}
