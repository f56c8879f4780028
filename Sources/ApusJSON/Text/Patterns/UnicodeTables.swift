/// The names of `\p{...}` and the part of Swift's Unicode data that they stand for.
enum UnicodeTables {
    typealias Category = Unicode.GeneralCategory

    static let categories: [String: Set<Category>] = {
        var table: [String: Set<Category>] = [:]
        for (names, categories) in groups {
            for name in names.split(separator: " ") { table[String(name)] = Set(categories) }
        }
        return table
    }()

    private static let groups: [(names: String, categories: [Category])] = [
        ("Lowercase_Letter Ll", [.lowercaseLetter]),
        ("Uppercase_Letter Lu", [.uppercaseLetter]),
        ("Titlecase_Letter Lt", [.titlecaseLetter]),
        ("Modifier_Letter Lm", [.modifierLetter]),
        ("Other_Letter Lo", [.otherLetter]),
        ("Nonspacing_Mark Mn", [.nonspacingMark]),
        ("Spacing_Mark Mc", [.spacingMark]),
        ("Enclosing_Mark Me", [.enclosingMark]),
        ("Decimal_Number Nd digit", [.decimalNumber]),
        ("Letter_Number Nl", [.letterNumber]),
        ("Other_Number No", [.otherNumber]),
        ("Connector_Punctuation Pc", [.connectorPunctuation]),
        ("Dash_Punctuation Pd", [.dashPunctuation]),
        ("Open_Punctuation Ps", [.openPunctuation]),
        ("Close_Punctuation Pe", [.closePunctuation]),
        ("Initial_Punctuation Pi", [.initialPunctuation]),
        ("Final_Punctuation Pf", [.finalPunctuation]),
        ("Other_Punctuation Po", [.otherPunctuation]),
        ("Math_Symbol Sm", [.mathSymbol]),
        ("Currency_Symbol Sc", [.currencySymbol]),
        ("Modifier_Symbol Sk", [.modifierSymbol]),
        ("Other_Symbol So", [.otherSymbol]),
        ("Space_Separator Zs", [.spaceSeparator]),
        ("Line_Separator Zl", [.lineSeparator]),
        ("Paragraph_Separator Zp", [.paragraphSeparator]),
        ("Control Cc cntrl", [.control]),
        ("Format Cf", [.format]),
        ("Surrogate Cs", [.surrogate]),
        ("Private_Use Co", [.privateUse]),
        ("Unassigned Cn", [.unassigned]),
        ("Cased_Letter LC", [.lowercaseLetter, .uppercaseLetter, .titlecaseLetter]),
        ("Letter L", [.lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]),
        ("Mark M Combining_Mark", [.nonspacingMark, .spacingMark, .enclosingMark]),
        ("Number N", [.decimalNumber, .letterNumber, .otherNumber]),
        (
            "Punctuation P punct",
            [
                .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation,
            ]
        ),
        ("Symbol S", [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]),
        ("Separator Z", [.spaceSeparator, .lineSeparator, .paragraphSeparator]),
        ("Other C", [.control, .format, .surrogate, .privateUse, .unassigned]),
    ]

    typealias Property = any KeyPath<Unicode.Scalar.Properties, Bool> & Sendable

    static let binary: [String: Property] = {
        var table: [String: Property] = [:]
        for (names, property) in properties {
            for name in names.split(separator: " ") { table[String(name)] = property }
        }
        return table
    }()

    private static let properties: [(names: String, property: Property)] = [
        ("Alphabetic Alpha", \.isAlphabetic),
        ("ASCII_Hex_Digit AHex", \.isASCIIHexDigit),
        ("Bidi_Control Bidi_C", \.isBidiControl),
        ("Bidi_Mirrored Bidi_M", \.isBidiMirrored),
        ("Case_Ignorable CI", \.isCaseIgnorable),
        ("Cased", \.isCased),
        ("Changes_When_Casefolded CWCF", \.changesWhenCaseFolded),
        ("Changes_When_Casemapped CWCM", \.changesWhenCaseMapped),
        ("Changes_When_Lowercased CWL", \.changesWhenLowercased),
        ("Changes_When_NFKC_Casefolded CWKCF", \.changesWhenNFKCCaseFolded),
        ("Changes_When_Titlecased CWT", \.changesWhenTitlecased),
        ("Changes_When_Uppercased CWU", \.changesWhenUppercased),
        ("Dash", \.isDash),
        ("Default_Ignorable_Code_Point DI", \.isDefaultIgnorableCodePoint),
        ("Deprecated Dep", \.isDeprecated),
        ("Diacritic Dia", \.isDiacritic),
        ("Emoji", \.isEmoji),
        ("Emoji_Modifier EMod", \.isEmojiModifier),
        ("Emoji_Modifier_Base EBase", \.isEmojiModifierBase),
        ("Emoji_Presentation EPres", \.isEmojiPresentation),
        ("Extender Ext", \.isExtender),
        ("Grapheme_Base Gr_Base", \.isGraphemeBase),
        ("Grapheme_Extend Gr_Ext", \.isGraphemeExtend),
        ("Hex_Digit Hex", \.isHexDigit),
        ("IDS_Binary_Operator IDSB", \.isIDSBinaryOperator),
        ("IDS_Trinary_Operator IDST", \.isIDSTrinaryOperator),
        ("ID_Continue IDC", \.isIDContinue),
        ("ID_Start IDS", \.isIDStart),
        ("Ideographic Ideo", \.isIdeographic),
        ("Join_Control Join_C", \.isJoinControl),
        ("Logical_Order_Exception LOE", \.isLogicalOrderException),
        ("Lowercase Lower", \.isLowercase),
        ("Math", \.isMath),
        ("Noncharacter_Code_Point NChar", \.isNoncharacterCodePoint),
        ("Pattern_White_Space Pat_WS", \.isPatternWhitespace),
        ("Quotation_Mark QMark", \.isQuotationMark),
        ("Radical", \.isRadical),
        ("Sentence_Terminal STerm", \.isSentenceTerminal),
        ("Soft_Dotted SD", \.isSoftDotted),
        ("Terminal_Punctuation Term", \.isTerminalPunctuation),
        ("Unified_Ideograph UIdeo", \.isUnifiedIdeograph),
        ("Uppercase Upper", \.isUppercase),
        ("Variation_Selector VS", \.isVariationSelector),
        ("White_Space space", \.isWhitespace),
        ("XID_Continue XIDC", \.isXIDContinue),
        ("XID_Start XIDS", \.isXIDStart),
    ]

    /// The sets for which Swift has no data; the last two depend on the version of Unicode, which is 16 here.
    static let fixed: [String: CodePointSet] = {
        var table: [String: CodePointSet] = [:]
        for (names, ranges) in fixedRanges {
            for name in names.split(separator: " ") { table[String(name)] = CodePointSet(ranges) }
        }
        return table
    }()

    private static let fixedRanges: [(names: String, ranges: [ClosedRange<UInt32>])] = [
        ("Any", [0...0x10FFFF]),
        ("ASCII", [0...0x7F]),
        ("Regional_Indicator RI", [0x1F1E6...0x1F1FF]),
        (
            "Pattern_Syntax Pat_Syn",
            [
                0x21...0x2F, 0x3A...0x40, 0x5B...0x5E, 0x60...0x60, 0x7B...0x7E, 0xA1...0xA7, 0xA9...0xA9,
                0xAB...0xAC, 0xAE...0xAE, 0xB0...0xB1, 0xB6...0xB6, 0xBB...0xBB, 0xBF...0xBF, 0xD7...0xD7,
                0xF7...0xF7, 0x2010...0x2027, 0x2030...0x203E, 0x2041...0x2053, 0x2055...0x205E, 0x2190...0x245F,
                0x2500...0x2775, 0x2794...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3020,
                0x3030...0x3030, 0xFD3E...0xFD3F, 0xFE45...0xFE46,
            ]
        ),
        (
            "Emoji_Component EComp",
            [
                0x23...0x23, 0x2A...0x2A, 0x30...0x39, 0x200D...0x200D, 0x20E3...0x20E3, 0xFE0F...0xFE0F,
                0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F9B0...0x1F9B3, 0xE0020...0xE007F,
            ]
        ),
        (
            "Extended_Pictographic ExtPict",
            [
                0xA9...0xA9, 0xAE...0xAE, 0x203C...0x203C, 0x2049...0x2049, 0x2122...0x2122, 0x2139...0x2139,
                0x2194...0x2199, 0x21A9...0x21AA, 0x231A...0x231B, 0x2328...0x2328, 0x2388...0x2388,
                0x23CF...0x23CF, 0x23E9...0x23F3, 0x23F8...0x23FA, 0x24C2...0x24C2, 0x25AA...0x25AB,
                0x25B6...0x25B6, 0x25C0...0x25C0, 0x25FB...0x25FE, 0x2600...0x2605, 0x2607...0x2612,
                0x2614...0x2685, 0x2690...0x2705, 0x2708...0x2712, 0x2714...0x2714, 0x2716...0x2716,
                0x271D...0x271D, 0x2721...0x2721, 0x2728...0x2728, 0x2733...0x2734, 0x2744...0x2744,
                0x2747...0x2747, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757,
                0x2763...0x2767, 0x2795...0x2797, 0x27A1...0x27A1, 0x27B0...0x27B0, 0x27BF...0x27BF,
                0x2934...0x2935, 0x2B05...0x2B07, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
                0x3030...0x3030, 0x303D...0x303D, 0x3297...0x3297, 0x3299...0x3299, 0x1F000...0x1F0FF,
                0x1F10D...0x1F10F, 0x1F12F...0x1F12F, 0x1F16C...0x1F171, 0x1F17E...0x1F17F, 0x1F18E...0x1F18E,
                0x1F191...0x1F19A, 0x1F1AD...0x1F1E5, 0x1F201...0x1F20F, 0x1F21A...0x1F21A, 0x1F22F...0x1F22F,
                0x1F232...0x1F23A, 0x1F23C...0x1F23F, 0x1F249...0x1F3FA, 0x1F400...0x1F53D, 0x1F546...0x1F64F,
                0x1F680...0x1F6FF, 0x1F774...0x1F77F, 0x1F7D5...0x1F7FF, 0x1F80C...0x1F80F, 0x1F848...0x1F84F,
                0x1F85A...0x1F85F, 0x1F888...0x1F88F, 0x1F8AE...0x1F8FF, 0x1F90C...0x1F93A, 0x1F93C...0x1F945,
                0x1F947...0x1FAFF, 0x1FC00...0x1FFFD,
            ]
        ),
    ]
}
