import ApusDiagnostics
import ApusYAML

extension Parameter {
    func check(in context: ReadingContext) {
        if `in` == .path && source.fields["required"]?.bool != true {
            let message = "the path parameter '\(name)' does not say 'required: true'; it is read as if it did"
            context.report(.optionalPathParameter, message, at: location)
        }
        if let style, !style.places.contains(`in`) {
            let message = "\(`in`.rawValue) parameters have no style '\(style.rawValue)'"
            context.report(.invalidStyle, message, at: self.location(of: "style"))
        }
        if `in` == .querystring && content.isEmpty {
            context.report(.ambiguousParameter, "the querystring parameter '\(name)' needs 'content'", at: location)
        } else {
            context.checkShape(schema, content, of: "the parameter '\(name)'", at: location)
        }
    }
}

extension Header {
    func check(in context: ReadingContext) {
        if let style, style != .simple {
            context.report(.invalidStyle, "headers have no style '\(style.rawValue)'", at: self.location(of: "style"))
        }
        context.checkShape(schema, content, of: "the header", at: location)
    }
}

extension ReadingContext {
    /// "A parameter MUST contain either a schema property, or a content property, but not both" and a content "MUST
    /// contain only one entry" [Parameter Object].
    fileprivate func checkShape(
        _ schema: Schema?,
        _ content: OrderedMap<MediaType>,
        of owner: String,
        at location: SourceLocation
    ) {
        switch (schema, content.count) {
        case (nil, 0): report(.shapelessParameter, "\(owner) has neither 'schema' nor 'content'", at: location)
        case (nil, 1), (.some, 0): break
        case (nil, _): report(.ambiguousParameter, "\(owner) has several media types", at: content[1].location)
        case (.some, _): report(.ambiguousParameter, "\(owner) has both 'schema' and 'content'", at: location)
        }
    }
}

extension ParameterStyle {
    /// The places at which a style exists [Style Values].
    fileprivate var places: [Parameter.Location] {
        switch self {
        case .matrix, .label: [.path]
        case .simple: [.path, .header]
        case .form: [.query, .cookie]
        case .spaceDelimited, .pipeDelimited, .deepObject: [.query]
        case .cookie: [.cookie]
        }
    }
}
