import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Nothing in this folder is named elsewhere: a server that answers as FastAPI says `.httpValidationError`, and with it come the
// conventions by which its input is read.

extension ServerErrorFormat {
    /// What an entry of FastAPI's `detail` holds beside `type`, `loc` and `msg`.
    public struct Details: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `input`: the value that is wrong.
        public static let input = Self(rawValue: 1)
        /// `ctx`: what the message is made of, such as `{"min_length": 1}`.
        public static let context = Self(rawValue: 2)
    }

    /// FastAPI's: `{"detail": "Not Found"}`, and for invalid input `{"detail": [{"type", "loc", "msg"}]}`.
    public static let httpValidationError = Self.httpValidationError(with: [])

    /// FastAPI's, whose entries hold more than `type`, `loc` and `msg`.
    ///
    /// `secrets` are the names of parameters and members, in any case, whose values no `input` shows: asterisks stand for them.
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
