/// Requests from an API's server to those who subscribed to them: its webhooks and callbacks.
package struct WebhooksPlan: Sendable {
    /// `StoreWebhooksClient`, which sends them.
    package var clientName: String
    /// `StoreWebhooks`, the protocol of the receiver.
    package var serverName: String
    package var operations: [OperationPlan]
    package var urls: [CallbackURLPlan]
    package var documentation: [String]
}

/// The URL to which a callback is sent, from the request and the response of its operation: `static func onEventURL(body:
/// Subscription) -> String { body.callbackURL }`.
package struct CallbackURLPlan: Sendable {
    package enum Part: Sendable {
        case literal(String)
        /// `local` is the name of a value that may be missing, if there are other parts.
        case value(ValuePlan, local: String?)
    }

    package var name: String
    package var arguments: [ArgumentPlan]
    package var parts: [Part]
    /// Whether a value, and therefore the URL, may be missing.
    package var isOptional: Bool {
        parts.contains { if case .value(let value, _) = $0 { value.isOptional } else { false } }
    }
    package var documentation: [String]
}

package struct ArgumentPlan: Sendable, Hashable {
    package var label: String?
    package var name: String
    package var type: TypeReference
    /// For a response with headers, an index into `Plan.responseTypes`, whose body is of `type`.
    package var response: Int?
    package var `default`: Literal?
}

/// A value that a runtime expression names: `body.customer?.id`.
package struct ValuePlan: Sendable, Hashable {
    package struct Step: Sendable, Hashable {
        package var property: String
        package var followsOptional: Bool
    }

    package enum Conversion: Sendable, Hashable {
        case none
        /// For an enumeration.
        case rawValue
        /// `String(value)`
        case text
        /// For a URL.
        case absoluteString
    }

    /// The name of an argument.
    package var root: String
    package var steps: [Step]
    package var isOptional: Bool
    /// Whether the property of the last step is optional itself, not only those before it.
    package var endsOptional: Bool
    package var conversion: Conversion
}
