import ApusDiagnostics
import ApusGenerator
import ApusPlanning
import ApusRendering
import Testing

/// Enumerations with many values, whose compile time is in proportion to their number.
struct LargeEnumerationTests {
    private func models(values: Int, enums: PlanOptions.EnumStyle) throws -> (text: String, warnings: [String]) {
        let listed = (0..<values).map { "\"value_\($0)\"" }.joined(separator: ",")
        let document = """
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},
            "components":{"schemas":{"Code":{"type":"string","enum":[\(listed)]}}}}
            """
        let diagnostics = Diagnostics()
        var configuration = Configuration()
        configuration.emit = [.models]
        configuration.enums = enums
        let pipeline = Pipeline(configuration: configuration, diagnostics: diagnostics)
        let read = pipeline.document(in: SourceFile(name: "openapi.json", bytes: Array(document.utf8)))
        let files = try #require(read.map(pipeline.plan).flatMap(pipeline.render))
        return (files.map(\.text).joined(), diagnostics.all.map(\.message))
    }

    @Test func smallOnesHoldTheirValues() throws {
        let (text, warnings) = try models(values: 500, enums: .open)
        #expect(text.contains(#"static let value499 = Self(rawValue: "value_499")"#))
        #expect(!text.contains("allCases1"))
        #expect(warnings.isEmpty)
    }

    @Test func largeOnesListThemInPieces() throws {
        let (text, warnings) = try models(values: 501, enums: .open)
        #expect(text.contains(#"static var value500: Self { Self(rawValue: "value_500") }"#))
        #expect(text.contains("static let allCases: [Self] = [allCases1, allCases2].flatMap { $0 }"))
        #expect(text.contains("private static let allCases2: [Self] = [.value500]"))
        #expect(warnings.isEmpty)
    }

    @Test func largeClosedOnesAreOpen() throws {
        let (text, warnings) = try models(values: 501, enums: .closed)
        #expect(text.contains("struct Code: StringEnum"))
        #expect(warnings.contains { $0.contains("an enumeration of more than 500 values is open") })
    }
}
