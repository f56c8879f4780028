import ApusPlanning

/// Plan -> files, through the templates.
package struct Renderer {
    private let templates: TemplateSet

    package init(templates: TemplateSet) {
        self.templates = templates
    }

    /// The files, in the order of their parts. Parts without declarations have none.
    package func render(_ plan: Plan) -> [RenderedFile] {
        let rendering = PlanRendering(plan: plan, templates: templates)
        let assembler = FileAssembler(plan: plan, templates: templates)
        // Unions may need validators to tell their members apart.
        let wanted = plan.options.parts
        let parts = PlanOptions.Part.allCases.filter {
            wanted.contains($0) || $0 == .validators && wanted.contains(.models)
        }
        return parts.enumerated().flatMap { index, part in
            assembler.files(of: part, holding: rendering.declarations(of: part), isFirst: index == 0)
        }
    }
}

/// Generated source, not yet written.
package struct RenderedFile: Sendable, Equatable {
    /// Relative to the output folder: `Models.swift`.
    package var path: String
    package var text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
