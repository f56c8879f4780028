import ApusJSON
import ApusOpenAPI
import ApusYAML
import Foundation
import Testing

@testable import ApusPlanning

/// The formats that validators check: planning and the runtime must know the same ones.
struct FormatCheckTests {
    /// A sample that the generated validator rejects would be wrong in every program that uses samples.
    @Test(arguments: FormatCheck.allCases)
    func theSamplesOfAFormatAreValid(_ check: FormatCheck) {
        for variant in 0..<12 {
            let text = SampleFormats.text(of: check.format.name, variant: variant) ?? "text"
            #expect(check.format.matches(text), "\(text)")
        }
    }

    /// The raw values are written into generated sources, which this target does not compile.
    @Test func everyRawValueIsAMemberOfStringFormat() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/ApusJSON/Text/Formats/StringFormat.swift").standardizedFileURL
        let source = try String(contentsOf: file, encoding: .utf8)
        for check in FormatCheck.allCases {
            let member = check.rawValue.prefix { $0 != "(" }
            let isFunction = member != check.rawValue
            let declaration = "public static \(isFunction ? "func" : "let") \(member)\(isFunction ? "(" : " =")"
            #expect(source.contains(declaration), "\(check.rawValue)")
        }
    }

    /// What a document calls a format -> the sample of a property of a FastAPI application.
    @Test(arguments: [
        ("uuid", #""7f3c1b52-9a4e-4d8e-8f43-2d1c0b6a7e10""#), ("uuid1", #""7f3c1b52-9a4e-1d8e-8f43-2d1c0b6a7e10""#),
        ("uuid4", #""7f3c1b52-9a4e-4d8e-8f43-2d1c0b6a7e10""#), ("uuid8", #""7f3c1b52-9a4e-8d8e-8f43-2d1c0b6a7e10""#),
        ("ipvanyaddress", #""192.0.2.10""#), ("duration", #""P10D""#), ("binary", #""id""#),
    ])
    func samplesOfFastAPIsFormats(format: String, sample: String) throws {
        let planned = try PlannedComponents(
            """
            Id: {type: string, format: \(format)},
            HTTPValidationError: {type: object, properties: {detail: {type: array, items: \
            {$ref: '#/components/schemas/ValidationError'}}}},
            ValidationError: {type: object, required: [loc, msg, type], properties: {loc: {type: array, items: \
            {anyOf: [{type: string}, {type: integer}]}}, msg: {type: string}, type: {type: string}}}
            """,
            paths: """
                /a: {post: {operationId: send, responses: {'422': {description: Bad, content: {application/json: \
                {schema: {$ref: '#/components/schemas/HTTPValidationError'}}}}}}}
                """
        )
        let schema = try planned.schema("Id")
        let check = planned.schemas.checks.stringCheck(schema)
        #expect(check.format != nil)
        #expect(SampleMaker(planned.finished()).value(of: [schema], hint: "id")?.jsonText() == sample)
    }
}
