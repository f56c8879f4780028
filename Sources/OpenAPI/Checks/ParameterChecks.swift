import ApusDiagnostics
import ApusYAML

extension Parameter {
    func check(in context: ReadingContext) {
        if `in` == .path && source.fields["required"]?.bool != true {
            let message = "the path parameter '\(name)' does not say 'required: true'; it is read as if it did"
            context.report(.optionalPathParameter, message, at: location)
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
