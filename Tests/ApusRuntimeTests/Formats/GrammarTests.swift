import ApusRuntime
import Testing

/// Strings according to the grammars of the RFCs: what each rule allows, and what it just does not allow.
struct GrammarTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let format: StringFormat
        let valid: [String]
        let invalid: [String]

        init(_ format: StringFormat, _ valid: [String], not invalid: [String]) {
            (self.format, self.valid, self.invalid) = (format, valid, invalid)
        }

        var testDescription: String { format.name }
    }

    @Test(arguments: times + names + identifiers + others)
    func everyFormatAcceptsAndRefusesItsTable(_ table: Case) throws {
        for (texts, isValid) in [(table.valid, true), (table.invalid, false)] {
            for text in texts {
                let issues = Validator.validate(try JSONDocument(text.jsonBytes()).root) {
                    $0.string(format: table.format)
                }
                #expect(issues.isValid == isValid, "\(table.format.name): \(text.debugDescription)")
            }
        }
    }

    // RFC 3339, section 5.6 and appendix A.
    static let times = [
        Case(
            .dateTime,
            [
                "1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00", "1990-12-31T23:59:60Z",
                "1990-12-31T15:59:60-08:00",
                "1937-01-01T12:00:27.87+00:20", "2016-02-29t00:00:00z", "2017-01-01T00:59:60+01:00",
                "2024-06-30T23:59:60.999Z", "0000-01-01T00:00:00-00:00", "2000-02-29T23:59:59+23:59",
            ],
            not: [
                "1985-04-12 23:20:50Z", "1985-04-12T23:20:50", "1985-04-12T23:20Z", "1985-04-12T23:20:50.Z",
                "1985-04-12T23:20:50,5Z", "1985-04-12T24:00:00Z", "1985-04-12T23:60:00Z", "1985-04-12T23:20:50+24:00",
                "1985-04-12T23:20:50+0100", "1985-04-12T23:20:50+1:00", "1985-13-01T00:00:00Z", "1985-00-01T00:00:00Z",
                "1900-02-29T00:00:00Z", "2023-02-29T00:00:00Z", "1985-04-31T00:00:00Z", "85-04-12T23:20:50Z",
                "1990-12-31T23:59:60+01:00", "1990-12-30T23:59:60Z", "2016-12-31T23:58:60Z",
                "2017-01-01T00:59:60+02:00",
                "1985-04-12T23:20:61Z", "1985-W15-5T23:20:50Z", "1985-102T23:20:50Z", " 1985-04-12T23:20:50Z",
                "1985-04-12T23:20:50ZZ", "1985-04-12T23:20:50\u{661}Z", "1985-04-12T23:20:50\u{2212}08:00", "",
            ]
        ),
        Case(
            .date, ["1985-04-12", "2000-02-29", "0001-01-01", "9999-12-31"],
            not: [
                "1985-04-31", "1900-02-29", "1985-4-12", "1985-04-12T", "19850412", "1985/04/12", "1985-102",
                "1985-W15-5",
                "-985-04-12", "1985-04-1\u{661}", "10000-01-01", "1985-00-10", "1985-01-00", "12-04-1985", "",
            ]
        ),
        Case(
            .time,
            [
                "00:00:00Z", "23:59:59.000000001+00:00", "23:59:60z", "22:59:60-01:00", "00:29:60+00:30",
                "08:30:06-08:00",
                "15:59:60-08:00", "01:29:60+01:30", "23:29:60+23:30", "00:29:60-23:30",
            ],
            not: [
                "24:00:00Z", "12:60:00Z", "12:00:61Z", "12:00Z", "12:00:00", "12:00:00 Z", "12:00:00+24:00",
                "12:00:00+00:60",
                "23:58:60Z", "22:59:60Z", "23:59:60+00:30", "12:00:00.Z", "12:00:00,5Z", "12:00:00+1", "T12:00:00Z",
                "1:00:00Z", "12:00:00Z+00:30", "12:00:00\u{ff3a}", "",
            ]
        ),
        Case(
            .duration,
            [
                "P4DT12H30M5S", "P4Y", "P1Y2M3D", "P1YT1H", "PT0S", "P0D", "P2W", "PT36H", "P1M", "PT1M", "P1DT1S",
                "P10000000000Y",
            ],
            not: [
                "P", "PT", "P1", "1D", "P1D2H", "P2D1Y", "P1Y2D", "P1YT", "PT1H1S", "P2W1D", "P1Y1W", "PT1D", "P4S",
                "P1.5D",
                "P-1D", "-P1D", "P 1D", "PT1,5S", "P\u{661}Y", "4DT12H30M5S", "P1DT", "PD", "P1M1Y", "",
            ]
        ),
    ]

    // RFC 5321, 6531, 1123, 5890 to 5893.
    static let names = [
        Case(
            .email,
            [
                "joe@example.com", "!#$%&'*+-/=?^_`{|}~@a", #""joe bloggs"@example.com"#, #""a\"b\\c"@x.org"#,
                #""@"@a.b"#,
                "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]", "a.b.c@1.2", "\"\"@a",
                String(repeating: "a", count: 64) + "@b",
            ],
            not: [
                "joe", "@example.com", "joe@", "joe@@example.com", "joe bloggs@example.com", ".joe@a.b", "joe.@a.b",
                "j..e@a.b",
                "joe@-a.b", "joe@a-.b", "joe@a..b", "joe@.b", "joe@b.", "joe@a_b.c", #""a"b"@c"#, #""a\"@c"#,
                "a@[1.2.3]",
                "a@[1.2.3.256]", "a@[IPv6:1.2.3.4]", "a@[2001:db8::1]", "a@[1.2.3.4", "jo\u{e9}@a.b", "joe@\u{e9}.b",
                "a@b c",
                "a@b\n", String(repeating: "a", count: 65) + "@b", "a(comment)@b", "<a@b>", "",
            ]
        ),
        Case(
            .idnEmail,
            [
                "\u{c2e4}\u{b840}@\u{c2e4}\u{b840}.\u{d14c}\u{c2a4}\u{d2b8}", "jo\u{e9}@example.com",
                "\"\u{e9} \"@b\u{fc}cher.de",
            ],
            not: [
                "\u{c2e4}\u{b840}", "\u{e9}@-\u{e9}.de", "\u{e9}@\u{e9}..de", "\u{e9}@\u{302e}\u{c2e4}",
                "a@\u{fc}\u{2024}de", "",
            ]
        ),
        Case(
            .hostname,
            [
                "a", "1", "3com.net", "a-b", "a--b", "A.B", "xn--bcher-kva.example", "XN--BCHER-KVA",
                "xn--4gbwdl.xn--wgbh1c",
                String(repeating: "a", count: 63), Array(repeating: "abcd", count: 50).joined(separator: ".") + ".abc",
            ],
            not: [
                "", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a_b", "a b", "b\u{fc}cher", "a\u{3002}b", "a/b",
                "a:80",
                String(repeating: "a", count: 64), Array(repeating: "abcd", count: 51).joined(separator: "."), "xn--",
                "xn--X",
                "xn--bcher-kvb-", "xn--a", "xn--abc-", "a\n", "[::1]", "\u{ff41}",
            ]
        ),
        Case(
            .idnHostname,
            [
                "b\u{fc}cher.example", "xn--bcher-kva", "\u{4f8b}\u{3002}\u{4f8b}", "\u{5d0}\u{5d1}.\u{5d2}",
                "l\u{b7}l",
                "\u{3b1}\u{375}\u{3b2}", "\u{5d0}\u{5f3}", "\u{5d0}\u{5f4}\u{5d1}", "\u{30a2}\u{30fb}b",
                "\u{30fb}\u{6f22}",
                "\u{628}\u{661}", "\u{627}\u{6f1}", "\u{915}\u{94d}\u{200d}", "\u{915}\u{94d}\u{200c}\u{937}",
                "\u{628}\u{200c}\u{628}", "fa\u{df}", "\u{3c2}", "\u{f0b}\u{3007}", "a-b", "A", "\u{e1}\u{e1}-1",
                // In normalization form C: composed characters, characters without a composed form, and marks in canonical order.
                "\u{1ead}", "x\u{301}", "x\u{323}\u{301}", "\u{915}\u{93c}", "\u{304c}", "\u{5d0}\u{5b0}\u{5b7}",
            ],
            not: [
                // Not in normalization form C.
                "u\u{308}ber", "\u{5d0}\u{5b7}\u{5b0}", "\u{304b}\u{3099}", "\u{3b1}\u{313}\u{301}",
                "\u{9c7}\u{9be}\u{995}",
                "a\u{323}\u{302}", "a\u{302}\u{323}",
                "B\u{fc}cher", "\u{2460}", "\u{ff41}", "a\u{ad}\u{fc}", "\u{301}\u{fc}", "\u{93e}\u{915}", "-\u{fc}",
                "\u{fc}-",
                "\u{fc}b--c", "a\u{b7}l", "l\u{b7}a", "\u{b7}", "l\u{b7}", "\u{375}", "\u{3b1}\u{375}a",
                "\u{5f3}\u{5d0}", "a\u{5f4}",
                "a\u{30fb}b", "\u{30fb}", "\u{628}\u{661}\u{6f1}", "\u{915}\u{200d}", "\u{200d}", "\u{200c}\u{628}",
                "a\u{200c}b",
                "\u{640}\u{628}", "\u{7fa}", "\u{302e}", "\u{3031}", "\u{303b}", "\u{1100}\u{1161}", "a\u{5d0}",
                "1\u{5d0}",
                "\u{5d0}1\u{661}", "\u{5d0}-", "\u{2028}", "a b", "\u{fc}_", "\u{1f600}", "\u{d0e}\u{e000}",
                "xn--a\u{fc}", "", ".",
                "\u{fc}.", "xn--xn--bcher-kva-",
            ]
        ),
    ]

    // RFC 3986, 3987, 6570, 6901, 4291, 9562.
    static let identifiers = [
        Case(
            .uri,
            [
                "ftp://ftp.is.co.za/rfc/rfc1808.txt", "ldap://[2001:db8::7]/c=GB?objectClass?one",
                "mailto:John.Doe@example.com",
                "news:comp.infosystems", "tel:+1-816-555-1212", "telnet://192.0.2.16:80/",
                "urn:oasis:names:dtd:xml:4.1.2",
                "a:", "a:b", "a:?q", "a:#f", "a:/", "a:/b//c", "a://", "a:///p", "a://@h:", "a://u:p@h:1/p;x=1?q=/?#/?",
                "a+b-c.1:x",
                "http://[v1.a:b]", "http://[::ffff:1.2.3.4]", "http://%41%7e/", "http://1.2.3.4.5/", "x:%00", "a:b:c",
            ],
            not: [
                "", ":", "//h/p", "/p", "p", "#f", "1a:b", "a_b:c", "a\u{e9}:b", "http://h\u{e9}/", "http:// h",
                "http://h/a b",
                "http://h/%zz", "http://h/%4", "http://h/%", "http://h/<>", "http://h/\"", "http://h/\\", "http://h/^",
                "http://h/`",
                "http://h/{}", "http://h/|", "http://h/[", "http://[::1", "http://::1]", "http://[1.2.3.4]",
                "http://[::1%25eth0]",
                "http://[v1]", "http://[v.a]", "http://h:a", "http://h:1:2", "http://a@b@c", "a:#b#c", "http://h/?[",
                "a:\n", " a:b",
            ]
        ),
        Case(
            .uriReference,
            ["", "a", "/a", "//h", "//h:1/p?q#f", "?q", "#f", "./a:b", "a/b:c", "../..", "a?b:c", "%41", ".", ";x=1"],
            not: ["a b", "1:b", ":a", "#a#b", "a\\b", "%", "%g1", "//[", "//h:p", "\u{e9}", "?^", "//a b", "a:b\u{e9}"]
        ),
        Case(
            .iri,
            [
                "http://\u{e9}.\u{4f8b}/\u{10000}?\u{e000}#\u{a0}", "a:\u{ffef}", "urn:\u{df}",
                "http://u\u{e9}@h\u{e9}/", "a:b",
            ],
            not: [
                "\u{e9}:a", "http://h/\u{e000}", "a:#\u{f0000}", "a:\u{9f}", "a:\u{fff0}", "a: ",
                "/\u{e9}", "http://\u{e9}:\u{661}",
            ]
        ),
        Case(
            .iriReference, ["", "\u{e9}", "//\u{e9}/\u{e9}?\u{f8ff}", "#\u{e9}"],
            not: ["\u{e9} ", "?a\\", "\u{e9}:a", "#\u{e000}", "p\u{f000}"]),
        Case(
            .uriTemplate,
            [
                "", "a", "{a}", "{+a}", "{#a,b}", "{.a}", "{/a*,b:3}", "{;a}", "{?a,b*}", "{&a}", "{a.b.c}", "{a_1}",
                "{%41}", "{1}",
                "{a:9999}", "{=a}", "{|a}", "{,a}", "%41", "\u{e9}", "http://{h}/~x/{+p}{?q*}", "[]", "!$&()*+,;=:@/?#",
            ],
            not: [
                "{", "}", "{}", "{a", "a}", "{a}}", "{{a}}", "{a b}", "{a,}", "{a,,b}", "{a..b}", "{.}",
                "{.a.}", "{a-b}",
                "{a:0}", "{a:01}", "{a:10000}", "{a:}", "{a:b}", "{a*:3}", "{a:3*}", "{a**}", "{$a}", "{%4}",
                "{\u{e9}}", " ", "\"", "<",
                ">", "\\", "^", "`", "|", "%", "%4", "%gg", "\u{7f}", "\n",
            ]
        ),
        Case(
            .jsonPointer, ["", "/", "//", "/a", "/a~0b~1c", "/~01", "/\u{e9}\u{0}", "/ ", "/-", "/0/1", "/#"],
            not: ["a", "#", "#/", "a/b", "/~", "/~2", "/~a", "/a~", "/~~0", " /", "/a/~"]
        ),
        Case(
            .relativeJSONPointer, ["0", "1", "10", "0#", "10#", "0/", "1/a~0", "2/a/b", "0//"],
            not: ["", "#", "/", "/a", "-1", "00", "01/a", "0##", "0#/a", "0a", "+1", "1 ", "0/~", "\u{661}", "1.0"]
        ),
        Case(
            .ipv4, ["0.0.0.0", "1.20.255.9"],
            not: [
                "", "1.2.3", "1.2.3.4.", ".1.2.3.4", "1..3.4", "256.1.1.1", "01.1.1.1", "1.1.1.0x1", "1.1.1.1/8",
                "2130706433", "\u{661}.1.1.1", "1.1.1.-1", "1.1.1.1\n", "+1.1.1.1", "1000.1.1.1",
            ]
        ),
        Case(
            .ipv6,
            [
                "::", "::1", "1::", "abcd:EF01:2345:6789:abcd:ef01:2345:6789", "2001:db8::8:800:200c:417a",
                "::13.1.68.3",
                "::ffff:129.144.52.38", "0:0:0:0:0:ffff:129.144.52.38", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::8",
                "64:ff9b::1.2.3.4",
                "1:2:3:4:5::1.2.3.4",
            ],
            not: [
                "", ":", ":::", "1", "1:2", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "12345::", "::g", "::1.2.3", "::1.2.3.256", "::01.2.3.4", "1.2.3.4", "1.2.3.4::", "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "fe80::1%1", "::1/64", "[::1]", " ::1", "::1 ", "1:", ":1", "::\u{661}", "1:2:3:4:5:6::1.2.3.4",
            ]
        ),
        Case(
            .uuid,
            [
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "00000000-0000-0000-0000-000000000000",
                "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
            ],
            not: [
                "", "f81d4fae7dec11d0a76500a0c91e6bf6", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
                "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bfg", "f81d4fa-e7dec-11d0-a765-00a0c91e6bf6",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
                "f81d4fae_7dec_11d0_a765_00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6\n",
            ]
        ),
    ]

    // ECMA-262 in Unicode mode.
    static let others = [
        Case(
            .regex,
            [
                "", "a|b", "(?:a)(?<n>b)\\k<n>", "(?=a)(?!b)(?<=c)(?<!d)", "[a-z&&]", "[^]", "[]",
                "\\p{L}\\P{Lu}\\p{Script=Greek}", "\\u{1F600}",
                "\\ud83d\\ude00", "\\cA\\x41\\0", "a{2}b{2,}c{2,3}?", "\\bx\\B$", "^\\/$", "[\\-\\]]",
                "\\p{gc=Decimal_Number}\\p{digit}", ".*?",
            ],
            not: [
                "(", ")", "[", "[b-a]", "a**", "a{2,1}", "(?<n>a)(?<n>b)", "\\k<m>", "(?a)", "\\", "(?<1>a)", "*", "+a",
                "a{2}{3}", "^*\\Z(", "(?<a",
            ]
        )
    ]
}
