import ApusRendering
import Testing

/// Where lines are broken: as `swift format` does, so that formatting generated code changes nothing.
struct LayoutTests {
    private static func lines(_ code: Code, indentation: Int = 0) -> [String] {
        Layout.text(code, indentation: indentation).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().map(String.init)
    }

    /// A word with the given number of characters.
    private static func word(_ count: Int) -> String { String(repeating: "x", count: count) }

    // MARK: Groups

    @Test func aGroupThatFitsStaysOnItsLine() {
        #expect(Self.lines("func f(\(.list(of: ["a: A", "b: B"]))) {") == ["func f(a: A, b: B) {"])
    }

    @Test func aGroupThatDoesNotFitStandsOnALineOfItsOwn() {
        let items = [Self.word(55), Self.word(55)]
        #expect(Self.lines("func f(\(.list(of: items))) {") == ["func f(", "    \(items[0]), \(items[1])", ") {"])
    }

    @Test func itemsThatDoNotFitOnOneLineStandOnALineEach() {
        let items = [Self.word(50), Self.word(50), Self.word(50)]
        #expect(
            Self.lines("f(\(.list(of: items)))")
                == ["f(", "    \(items[0]),", "    \(items[1]),", "    \(items[2])", ")"])
    }

    @Test func elementsOfALiteralEndInAComma() {
        let items = [Self.word(80), Self.word(80)]
        #expect(
            Self.lines("let a = [\(.elements(of: items))]")
                == ["let a = [", "    \(items[0]),", "    \(items[1]),", "]"])
        // The items fit on one line of their own.
        let together = [Self.word(55), Self.word(55)]
        #expect(
            Self.lines("let a = [\(.elements(of: together))]")
                == ["let a = [", "    \(together[0]), \(together[1]),", "]"])
    }

    @Test func theLastElementOfALiteralIsBrokenWithItsComma() {
        let (long, item) = (Self.word(80), Self.word(60))
        let call: Code = "f(\(.list(of: [item, item])))"
        #expect(
            Self.lines("let a = [\(.elements([.text(long), call]))]")
                == ["let a = [", "    \(long),", "    f(", "        \(item),", "        \(item)", "    ),", "]"])
    }

    @Test func theOuterGroupIsBrokenBeforeTheInnerOne() {
        let inner: Code = "g(\(.list(of: [Self.word(30), Self.word(30)])))"
        #expect(
            Self.lines("\(Self.word(30))(\(.list([inner, .text(Self.word(29))])))")
                == ["\(Self.word(30))(", "    g(\(Self.word(30)), \(Self.word(30))), \(Self.word(29))", ")"])
    }

    @Test(arguments: [(119, 1), (120, 1), (121, 3)])
    func aLineHas120Columns(width: Int, lines: Int) {
        #expect(Self.lines("f(\(.list(of: [Self.word(width - 3)])))").count == lines)
        // The width is counted in characters.
        let text = String(repeating: "é", count: width - 3)
        #expect(Self.lines("f(\(.list(of: [text])))").count == lines)
    }

    @Test func indentationCounts() {
        let call: Code = "f(\(.list(of: [Self.word(114)])))"
        #expect(Self.lines(call).count == 1)
        #expect(Self.lines(call, indentation: 4) == ["    f(", "        \(Self.word(114))", "    )"])
        #expect(Self.lines("a {\(.line)\(.indented(call))\(.line)}")[1...2] == ["    f(", "        \(Self.word(114))"])
    }

    @Test func namesFillLines() {
        #expect(Self.lines("protocol A: \(.names(["B", "C"])) {") == ["protocol A: B, C {"])
        let names = [Self.word(50), Self.word(50), Self.word(50)]
        #expect(
            Self.lines("protocol A: \(.names(names)) {")
                == ["protocol A: \(names[0]), \(names[1]),", "    \(names[2])", "{"])
    }

    // MARK: Closures

    @Test func aClosureOfOneStatementStaysOnItsLine() {
        #expect(Self.lines("a.map \(.closure(["$0.b()"]))") == ["a.map { $0.b() }"])
    }

    @Test func severalStatementsStandOnLinesOfTheirOwn() {
        #expect(Self.lines("a.map \(.closure(["$0.b()", "$0.c()"]))") == ["a.map {", "    $0.b()", "    $0.c()", "}"])
        #expect(
            Self.lines("f(\(.list(["a", .closure(["b()", "c()"])])))")
                == ["f(", "    a,", "    {", "        b()", "        c()", "    }", ")"])
    }

    // MARK: Chains and types

    @Test func aCallsMemberMovesToTheNextLine() {
        let head = Self.word(100)
        #expect(Self.lines("\(head)()\(.chain).json(200, 201, 202)") == ["\(head)()", "    .json(200, 201, 202)"])
        #expect(Self.lines("a()\(.chain).json(200)") == ["a().json(200)"])
    }

    @Test func aMemberStandsBehindACallThatIsBrokenAnyway() {
        let items = [Self.word(60), Self.word(60)]
        #expect(
            Self.lines("f(\(.list(of: items)))\(.chain).json(200)")
                == ["f(", "    \(items[0]),", "    \(items[1])", ").json(200)"])
    }

    @Test(arguments: [
        ("    var a: \(long)", ["    var a:", "        \(long)"]),
        ("struct A: \(long) {", ["struct A:", "    \(long)", "{"]),
        ("func f() async throws(\(long)) {", ["func f()", "    async throws(\(long))", "{"]),
        ("func f(a: A) -> \(long) {", ["func f(a: A)", "    -> \(long)", "{"]),
    ])
    func aTypeThatIsTooLongStandsOnALineOfItsOwn(line: String, lines: [String]) {
        #expect(Self.lines(.text(line)) == lines)
    }

    private static let long = String(repeating: "T", count: 114)

    // MARK: Functions and blank lines

    @Test func aFunctionOfOneStatementStandsOnOneLine() {
        let function: Code = "\(.brief)func f() {\(.line)    a()\(.line)}"
        #expect(Self.lines(function) == ["func f() { a() }"])
        #expect(Self.lines("\(.brief)init() {\(.line)}") == ["init() {}"])
        #expect(Self.lines("\(.brief)func f() {\(.line)    a()\(.line)    b()\(.line)}").count == 4)
        #expect(Self.lines("\(.brief)func f() {\(.line)    \(Self.word(108))\(.line)}").count == 3)
    }

    @Test func functionsOnOneLineStandTogether() {
        let function: Code = "\(.brief)func f() {\(.line)    a()\(.line)}"
        #expect(Self.lines("\(function)\(.line)\(.line)\(function)") == ["func f() { a() }", "func f() { a() }"])
    }

    @Test func blankLinesAtTheEdgesOfABlockGo() {
        let lines = ["struct A {", "", "    var a: Int", "", "", "    var b: Int", "", "}"].map(Code.text)
        #expect(
            Self.lines(lines.joined(separator: .line))
                == ["struct A {", "    var a: Int", "", "    var b: Int", "}"])
    }

    @Test func linesThatAreDecidedStay() {
        #expect(Self.lines("a {\(.line)\(.lines("    b\n\n    c"))\(.line)}") == ["a {", "    b", "", "    c", "}"])
    }
}
