import ApusOpenAPI
import FixtureOutput
import Foundation
import Testing

/// Real documents: whatever the reader reports as an error must be one.
@Suite(.enabled(if: !Folder.files(in: Folder.specs).isEmpty, "the folder of real documents is not there"))
struct SpecsTests {
    @Test(arguments: Folder.files(in: Folder.specs))
    func aRealDocumentIsReadWithoutErrors(file: URL) throws {
        let outcome = Outcome(bytes: Array(try Data(contentsOf: file)), name: file.lastPathComponent)
        #expect(outcome.document != nil)
        #expect(outcome.errors == [])
        if ProcessInfo.processInfo.environment["APUS_VERBOSE"] != nil {
            print(file.lastPathComponent, outcome.document?.schemas.count ?? 0, "schemas")
            for finding in outcome.findings { print(" ", file.lastPathComponent, finding) }
        }
    }
}
