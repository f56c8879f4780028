/// A template whose names are looked up in the schema of its view once, when it is read.
struct Template<View: TemplateView>: Sendable {
    private let parts: [TemplatePart]

    /// - Parameter path: The template's file, for error messages.
    /// - Throws: ``TemplateError`` for text that is not a template, and for a name that is not in the view.
    init(_ text: String, path: String) throws(TemplateError) {
        let compiler = TemplateCompiler(path: path)
        parts = try compiler.parts(TemplateParser.nodes(text, path: path), in: [.view(View.schema.keys)])
    }

    /// Returns the text for a view, without the last line break.
    func render(_ view: View) -> Code {
        var renderer = TemplateRenderer(view: View.schema.values(of: view))
        renderer.write(parts)
        return renderer.code
    }
}

/// A part of a template with its names looked up.
private indirect enum TemplatePart: Sendable {
    case code([Code])
    case value(Place)
    /// The current item of the innermost list of texts.
    case item
    case section(Place, isInverted: Bool, [TemplatePart])

    /// The place of a value.
    struct Place: Sendable {
        /// The section whose view has the value, counted from the outermost section.
        var depth: Int
        /// The index of the view's key.
        var index: Int
    }
}

/// Looks up the names of a template in the views of the sections that enclose them.
private struct TemplateCompiler {
    enum Scope {
        case view(ViewKeys)
        case item
    }

    /// The names available in every template: places where lines may be broken.
    private static let marks: [String: Code] = ["layout.brief": .brief, "layout.chain": .chain]

    let path: String

    func parts(_ nodes: [TemplateNode], in scopes: [Scope]) throws(TemplateError) -> [TemplatePart] {
        var parts: [TemplatePart] = []
        for node in nodes { parts.append(try part(node, in: scopes)) }
        return parts
    }

    private func part(_ node: TemplateNode, in scopes: [Scope]) throws(TemplateError) -> TemplatePart {
        switch node {
        case .text(let text): return .code(lines(text))
        case .value(let name):
            if let mark = Self.marks[name.text] { return .code([mark]) }
            if name.text == ".", case .item = scopes.last { return .item }
            let (place, kind) = try find(name, in: scopes)
            guard case .text = kind else {
                throw error("`\(name.text)` is not text: open it with `{{#\(name.text)}}`", name)
            }
            return .value(place)
        case .section(let name, let isInverted, let inner):
            let (place, kind) = try find(name, in: scopes)
            var scopes = scopes
            switch kind {
            case _ where isInverted: break
            case .flag: break
            case .text, .lines: scopes.append(.item)
            case .views(let keys): scopes.append(.view(keys))
            }
            return .section(place, isInverted: isInverted, try parts(inner, in: scopes))
        }
    }

    private func find(_ name: TemplateName, in scopes: [Scope]) throws(TemplateError) -> (
        TemplatePart.Place, ViewKeys.Kind
    ) {
        for (depth, scope) in scopes.enumerated().reversed() {
            guard case .view(let view) = scope else { continue }
            for (index, key) in view.keys.enumerated() where "\(view.name).\(key.name)" == name.text {
                return (TemplatePart.Place(depth: depth, index: index), key.kind)
            }
        }
        let known = scopes.flatMap { scope -> [String] in
            switch scope {
            case .view(let view): view.keys.map { "\(view.name).\($0.name)" }
            case .item: ["."]
            }
        }
        throw error(
            "the view has no `\(name.text)`; it has \((known + Self.marks.keys).sorted().joined(separator: ", "))", name
        )
    }

    private func lines(_ text: String) -> [Code] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Code.text(String($0)) }
        return lines.dropFirst().reduce(into: Array(lines.prefix(1))) { $0 += [.line, $1] }.filter { $0 != .empty }
    }

    private func error(_ message: String, _ name: TemplateName) -> TemplateError {
        TemplateError(path: path, line: name.line, message: message)
    }
}

/// Joins the text of a template and the values of a view.
private struct TemplateRenderer {
    private enum Frame {
        case view([ViewValue])
        case item(Code)
    }

    private var output: [Code] = []
    private var frames: [Frame]

    init(view: [ViewValue]) {
        frames = [.view(view)]
    }

    var code: Code {
        let end = output.lastIndex { $0 != .line } ?? -1
        return .sequence(Array(output[...end]))
    }

    mutating func write(_ parts: [TemplatePart]) {
        for part in parts {
            switch part {
            case .code(let code): output += code
            case .value(let place): if case .text(let code) = value(at: place) { output.append(code) }
            case .item: if case .item(let code) = frames.last { output.append(code) }
            case .section(let place, let isInverted, let parts):
                let value = value(at: place)
                if !isInverted { write(parts, for: value) } else if value.isEmpty { write(parts) }
            }
        }
    }

    private func value(at place: TemplatePart.Place) -> ViewValue {
        guard case .view(let values) = frames[place.depth] else { return .flag(false) }
        return values[place.index]
    }

    private mutating func write(_ parts: [TemplatePart], for value: ViewValue) {
        switch value {
        case .flag(let isThere): if isThere { write(parts) }
        case .text(let code): if !code.isEmpty { write(parts, in: .item(code)) }
        case .lines(let lines): for line in lines { write(parts, in: .item(line)) }
        case .views(let views): for view in views { write(parts, in: .view(view)) }
        }
    }

    private mutating func write(_ parts: [TemplatePart], in frame: Frame) {
        frames.append(frame)
        write(parts)
        frames.removeLast()
    }
}

extension ViewValue {
    fileprivate var isEmpty: Bool {
        switch self {
        case .text(let code): code.isEmpty
        case .flag(let isThere): !isThere
        case .lines(let lines): lines.isEmpty
        case .views(let views): views.isEmpty
        }
    }
}
