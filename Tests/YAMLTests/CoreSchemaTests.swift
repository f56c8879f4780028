import ApusYAML
import Testing

/// YAML 1.2.2, section 10.3.2, as the JSON that a scalar stands for.
struct CoreSchemaTests {
    @Test(arguments: [
        // null
        ("null", "null"), ("Null", "null"), ("NULL", "null"), ("~", "null"), ("", "null"),
        // booleans: these six words and no others
        ("true", "true"), ("True", "true"), ("TRUE", "true"), ("false", "false"), ("False", "false"),
        ("FALSE", "false"),
        ("yes", #""yes""#), ("no", #""no""#), ("on", #""on""#), ("off", #""off""#), ("y", #""y""#), ("n", #""n""#),
        ("tRUE", #""tRUE""#), ("nULL", #""nULL""#), ("Nul", #""Nul""#),
        // integers
        ("0", "0"), ("12", "12"), ("-12", "-12"), ("+12", "12"), ("007", "7"), ("-0", "-0"),
        ("0o17", "15"), ("0x1F", "31"), ("0xff", "255"), ("0o18", #""0o18""#), ("0xG", #""0xG""#), ("0x", #""0x""#),
        ("-0x1F", #""-0x1F""#), ("0x+1", #""0x+1""#), ("0b101", #""0b101""#),
        ("1_000", #""1_000""#), ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"),
        // floats
        ("1.5", "1.5"), ("1.", "1.0"), (".5", "0.5"), ("-.5", "-0.5"), ("+.5", "0.5"), ("01.50", "1.50"),
        ("1e3", "1e3"), ("1E+3", "1e+3"), ("1.e-3", "1.0e-3"), ("1e400", "1e400"),
        ("1e", #""1e""#), ("e3", #""e3""#), (".", #"".""#), ("+", #""+""#), ("1.2.3", #""1.2.3""#), ("--1", #""--1""#),
        // YAML's three special values, which JSON cannot represent
        (".inf", "null"), ("-.Inf", "null"), ("+.INF", "null"), (".nan", "null"), (".NaN", "null"),
        ("-.nan", #""-.nan""#),
        // strings that were other types in YAML 1.1
        ("2024-01-31", #""2024-01-31""#), ("12:30:45", #""12:30:45""#), ("=", #""=""#),
        // quotes make strings
        (#""true""#, #""true""#), ("'12'", #""12""#), (#""""#, #""""#), ("''", #""""#), ("|\n  12", #""12\n""#),
    ])
    func aPlainScalarIsWhatTheCoreSchemaSays(yaml: String, json: String) {
        let loaded = Loaded("value: \(yaml)\n")
        #expect(loaded.node?["value"]?.jsonText() == json)
        #expect(loaded.findings.isEmpty)
    }

    @Test(arguments: [
        (".inf", Double.infinity), ("-.INF", -.infinity), ("0o17", 15), ("1e400", .infinity), ("1.", 1),
    ])
    func aNumberHasAValue(yaml: String, value: Double) {
        #expect(Loaded(yaml).node?.number?.double == value)
    }

    @Test func nanIsANumber() {
        #expect(Loaded(".nan").node?.number?.double.isNaN == true)
    }

    @Test(arguments: [
        ("!!str 12", #""12""#), ("!!str", #""""#), ("! 12", #""12""#), ("!!int '12'", "12"), ("!!float 1", "1"),
        ("!!bool 'true'", "true"), ("!!null ''", "null"), ("!!map {}", "{}"), ("!!seq []", "[]"),
        ("!<tag:yaml.org,2002:str> 1", #""1""#),
    ])
    func aTagOfTheCoreSchemaIsHonoured(yaml: String, json: String) {
        let loaded = Loaded(yaml)
        #expect(loaded.json == json)
        #expect(loaded.findings.isEmpty)
    }

    @Test(arguments: [
        "!!int twelve", "!!int 1.5", "!!bool 1", "!!null x", "!!map []", "!!seq {}", "!!map x", "!!str []",
    ])
    func aValueThatDoesNotFitItsTagIsAnError(yaml: String) {
        let loaded = Loaded("a: 1\nb: \(yaml)")
        #expect(loaded.node == nil)
        #expect(loaded.findings == ["error 2:4 tag-mismatch"])
    }

    @Test(arguments: [
        ("!local 12", "12"), ("!!binary aGk=", #""aGk=""#), ("!!set {a: }", #"{"a":null}"#), ("!<x> [1]", "[1]"),
    ])
    func anyOtherTagIsIgnoredWithAWarning(yaml: String, json: String) {
        let loaded = Loaded("a: \(yaml)")
        #expect(loaded.node?["a"]?.jsonText() == json)
        #expect(loaded.findings == ["warning 1:4 unknown-tag"])
    }
}
