import Testing

/// No field of the specification is silently ignored: a change to it appears in what is generated, or it is reported.
@Suite("Every field of OpenAPI 3.2")
struct FieldTests {
    @Test
    func theTableHasEachFieldOnce() {
        let fields = FieldTable.rows.map(\.field)
        #expect(Set(SpecificationFields.names).subtracting(fields) == [], "fields without a row")
        #expect(Set(fields).subtracting(SpecificationFields.names) == [], "rows of no field")
        #expect(fields.count == Set(fields).count, "fields with two rows")
    }

    @Test
    func atMostTwelveFieldsAreOnlyReported() {
        let reported = FieldTable.reported
        #expect(reported.count <= 12)
        #expect(Set(reported.values).count == reported.count)
        #expect(Set(reported.keys).subtracting(SpecificationFields.names) == [])
    }

    @Test
    func theDocumentIsSound() {
        #expect(EveryField.original.errors == [])
        #expect(!EveryField.original.sources.isEmpty)
    }

    @Test(arguments: FieldTable.rows)
    func changingAFieldChangesWhatIsGenerated(_ row: FieldTable.Row) throws {
        let change = try #require(EveryField.change(row), "the text to change stands once in the document")
        let generated = Generated(change.text)
        #expect(generated.errors == [], "the changed document is sound")
        let isHonoured = generated.sources != EveryField.original.sources
        if FieldTable.inert[row.field] != nil {
            #expect(!isHonoured, "it must have no effect")
        } else if let identifier = FieldTable.reported[row.field] {
            #expect(!isHonoured, "it is honoured: take it off the list of what is only reported")
            let found = EveryField.original.findings.filter { change.lines.contains($0.line) }.map(\.identifier)
            #expect(found.contains(identifier), "it is reported at its place")
        } else {
            #expect(isHonoured, "it is neither honoured nor reported: nothing generated tells of the change")
        }
    }
}
