import ApusRuntime
import DefaultsSDK
import Foundation
import HTTPTypes
import Synchronization
import Testing

/// Defaults are applied by the receiver: only what the caller set is sent. Generated client against generated server in memory.
struct DefaultsTests {
    /// Records what its handlers receive.
    private final class Server: WorkshopAPI {
        private let texts = Mutex<[String]>([])

        var received: String { texts.withLock { $0.last ?? "" } }

        private func keep(_ values: Any...) {
            texts.withLock { $0.append(values.map { "\($0)" }.joined(separator: " ")) }
        }

        func listTools(
            order: Order, limit: Int, ids: [Int], near: Place?, xTrace: Bool, theme: String, key: UUID?,
            context: OperationContext<Void>
        ) async throws -> [Tool] {
            keep(order.rawValue, limit, ids, near?.xOrDefault ?? -1, xTrace, theme, key?.uuidString ?? "-")
            return [Tool(name: "saw")]
        }

        func changeTool(id: Int, body: Tool, context: OperationContext<Void>) async throws -> Tool { body }

        func replaceTool(id: Int, body: Badge, context: OperationContext<Void>) async throws -> Badge { body }

        func readLoan(id: Int, context: OperationContext<Void>) async throws -> Loan {
            Loan(id: id, by: .null, until: id == 1 ? .null : nil)
        }

        func login(body: Login, context: OperationContext<Void>) async throws {
            keep(body.grant ?? "absent", body.grantOrDefault)
        }

        func addPicture(body: Picture, context: OperationContext<Void>) async throws {
            keep(body.title ?? "absent", body.titleOrDefault, body.rankOrDefault, body.labelsOrDefault)
        }

        func lend(body: Loan, context: OperationContext<Void>) async throws {
            keep(body.key ?? "absent", body.keyOrDefault)
        }
    }

    private let server = Server()
    private let transport: RecordingTransport
    private var client: WorkshopClient { WorkshopClient(server: "http://test", transport: transport) }
    private var sent: String { String(decoding: transport.last?.body?.buffered ?? [], as: UTF8.self) }

    init() { transport = RecordingTransport(server) }

    // MARK: JSON

    /// What a caller sets, what is sent, and the values after defaults are applied.
    @Test(arguments: [
        (Tool(), "{}"),
        (Tool(name: "x"), #"{"name":"x"}"#),
        (Tool(name: "", count: 0, tags: []), #"{"name":"","count":0,"tags":[]}"#),
        (
            Tool(grade: .null, note: .null, owner: .null, next: .null),
            #"{"grade":null,"note":null,"owner":null,"next":null}"#
        ),
        (Tool(grade: 3, next: .value(Tool())), #"{"grade":3,"next":{}}"#),
    ])
    func requestsAndAnswersHoldWhatWasSet(tool: Tool, json: String) async throws {
        #expect(try await client.changeTool(id: 1, body: tool) == tool)
        #expect(sent == json)
        #expect(try Tool(jsonText: json) == tool)
        // The same through Foundation's coders.
        let data = try JSONEncoder().encode(tool)
        #expect(try JSONDecoder().decode(Tool.self, from: data) == tool)
        #expect(try JSONValue(jsonBytes: data) == JSONValue(jsonText: json))
    }

    /// Reads a value, changes one property and writes it again.
    @Test func whatWasAbsentStaysAbsent() throws {
        var tool = try Tool(jsonText: #"{"owner":{},"note":null}"#)
        tool.count = 0
        #expect(try tool.jsonText() == #"{"count":0,"note":null,"owner":{}}"#)
    }

    @Test func absentNullAndTheDefaultAreThreeThings() throws {
        let values: [Nullable<Int>?] = [nil, .null, 3]
        #expect(Set(values.map { Tool(grade: $0) }).count == 3)
        #expect(values.map { Tool(grade: $0).gradeOrDefault } == [3, nil, 3])
    }

    @Test func accessorsGiveTheDocumentsDefault() {
        let tool = Tool()
        #expect(tool.nameOrDefault.isEmpty && tool.stateOrDefault == .free && tool.tagsOrDefault.isEmpty)
        // A property keeps the name that it would have without the accessor of the default.
        #expect(tool.countOrDefault == nil && tool.countOrDefault2 == 0)
        #expect(Tool(state: .lent).stateOrDefault == .lent)
    }

    /// A member of a response has three states, too; a member that is required in responses may be left out of a request.
    @Test func answersKeepAbsentNullAndValueApart() async throws {
        #expect(try await client.readLoan(id: 1) == Loan(id: 1, by: .null, until: .null))
        #expect(try await client.readLoan(id: 2) == Loan(id: 2, by: .null))
        try await client.lend(body: Loan())
        #expect(sent == "{}")
        #expect(server.received == "absent none")
    }

    // MARK: Forms, parts and XML

    @Test func defaultsOfFormsAreNotSent() async throws {
        try await client.login(body: Login(user: "ann"))
        #expect(sent == "user=ann")
        #expect(server.received == "absent password")
        try await client.login(body: Login(grant: "password", scope: ""))
        #expect(sent == "grant=password&scope=")
        #expect(server.received == "password password")
    }

    @Test func defaultsOfPartsAreNotSent() async throws {
        try await client.addPicture(body: Picture(file: FilePart(filename: "a", data: Data())))
        #expect(sent.components(separatedBy: "form-data; name=").count == 2)
        #expect(server.received == #"absent untitled 1 ["new"]"#)
        try await client.addPicture(body: Picture(title: "untitled"))
        #expect(sent.contains("name=\"title\"\r\n\r\nuntitled"))
        #expect(server.received == #"untitled untitled 1 ["new"]"#)
    }

    @Test(arguments: [
        (Badge(), "<badge/>"),
        (Badge(colour: "grey", size: 1), #"<badge colour="grey"><size>1</size></badge>"#),
        (Badge(remark: "none"), "<badge><remark>none</remark></badge>"),
    ])
    func defaultsOfXMLAreNotSent(badge: Badge, text: String) async throws {
        #expect(try await client.replaceTool(id: 1, body: badge) == badge)
        #expect(sent == #"<?xml version="1.0" encoding="UTF-8"?>"# + text)
    }

    // MARK: Parameters

    @Test func parametersAreSentIfTheCallerSetsThem() async throws {
        let sendsNothing = { () -> Bool in
            let head = transport.last?.head
            return head?.path == "/tools"
                && head?.headerFields.contains { $0.name.rawName.lowercased() == "x-trace" } == false
                && head?.headerFields[.cookie] == nil
        }
        #expect(try await client.listTools() == [Tool(name: "saw")])
        #expect(sendsNothing())
        #expect(server.received == "name 20 [1, 2] -1 false dark -")

        _ = try await client.listTools(
            order: .name, limit: 20, ids: [1, 2], near: Place(), xTrace: false, theme: "dark", key: nil
        )
        #expect(transport.last?.head.path == "/tools?order=name&limit=20&ids=1,2")
        #expect(transport.last?.head.headerFields[.cookie] == "theme=dark")
        _ = try await client.listTools(near: Place(y: 1))
        #expect(transport.last?.head.path == "/tools?near%5By%5D=1")
        #expect(server.received == "name 20 [1, 2] 0 false dark -")
    }
}

/// The JSON beside it in a test's arguments shows its content.
extension Tool: CustomTestStringConvertible {
    public var testDescription: String { "a tool" }
}
