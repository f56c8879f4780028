import ApusRendering
import Testing

struct LayoutTests {
    private func call(_ count: Int, width: Int) -> String {
        "func f(" + Layout.list((0..<count).map { "a\($0): " + String(repeating: "x", count: width) }) + ") {"
    }

    @Test func aGroupThatFitsStaysOnItsLine() {
        #expect(Layout.resolve(call(2, width: 10)) == "func f(a0: xxxxxxxxxx, a1: xxxxxxxxxx) {\n")
    }

    @Test func aGroupThatDoesNotFitStandsOnOneLineOrOnOneEach() throws {
        let together = Layout.resolve(call(2, width: 53)).split(separator: "\n")
        try #require(together.count == 3)
        #expect(together[0] == "func f(")
        #expect(together[2] == ") {")
        let each = Layout.resolve(call(3, width: 50)).split(separator: "\n")
        #expect(each.count == 5)
        #expect(each.allSatisfy { $0.count <= Layout.width })
    }

    @Test func blankLinesInsideBracesGo() {
        let text = "struct A {\n\n    var a: Int\n\n\n    var b: Int\n\n}"
        #expect(Layout.resolve(text) == "struct A {\n    var a: Int\n\n    var b: Int\n}\n")
    }

    @Test func aBrokenLiteralEndsInAComma() {
        let items = (0..<3).map { _ in String(repeating: "x", count: 50) }
        let lines = Layout.resolve("let a = [" + Layout.elements(items) + "]").split(separator: "\n")
        #expect(lines.dropLast().last?.hasSuffix(",") == true)
        #expect(lines.last == "]")
    }

    @Test(arguments: [
        ("    var a: \(long)", ["    var a:", "        \(long)"]),
        ("struct A: \(long) {", ["struct A:", "    \(long)", "{"]),
        ("func f() async throws(\(long)) {", ["func f()", "    async throws(\(long))", "{"]),
    ])
    func aTypeThatIsTooLongStandsOnALineOfItsOwn(line: String, lines: [String]) {
        #expect(Layout.resolve(line) == lines.joined(separator: "\n") + "\n")
    }

    private static let long = String(repeating: "T", count: 114)

    @Test func indentationLeavesEmptyLinesEmpty() {
        #expect(Layout.indented("a\n\n  b", by: 4) == "    a\n\n      b")
    }
}
