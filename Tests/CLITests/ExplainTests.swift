import Testing

/// `apus explain`
struct ExplainTests {
    @Test func anIdentifierIsExplained() throws {
        for identifier in ["unknown-reference", "[unknown-reference]"] {
            let result = try Executable().run(["explain", identifier])
            #expect(result.status == 0)
            #expect(result.output.contains("A `$ref` refers to nothing."))
            #expect(result.output.contains("apus generate: error"))
        }
    }

    @Test func allAreListed() throws {
        let result = try Executable().run(["explain"])
        #expect(result.status == 0 && result.output.contains("yaml-syntax "))
    }

    @Test func aMisspeltIdentifierIsAnError() throws {
        let result = try Executable().run(["explain", "unknown-refrence"])
        #expect(result.status == 64)
        #expect(result.errors.contains("'unknown-refrence'; did you mean 'unknown-reference'?"))
    }
}
