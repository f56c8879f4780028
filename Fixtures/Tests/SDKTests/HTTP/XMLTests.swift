import ApusRuntime
import Foundation
import HTTPTypes
import Testing
import XmlSDK

/// Bodies in XML: generated client against generated server in memory.
struct XMLTests {
    /// Another test also declares an `Animal`.
    typealias Animal = XmlSDK.Animal

    private struct Server: ZooAPI {
        func listAnimals(context: OperationContext<Void>) async throws -> [Animal] { [XMLTests.animal] }

        func addAnimals(body: [Animal], context: OperationContext<Void>) async throws {
            guard body == [XMLTests.animal, Animal(id: 2, name: "b")] else { throw Forbidden() }
        }

        func replaceAnimal(body: Animal?, context: OperationContext<Void>) async throws -> Animal {
            if body?.name == "other" { throw ConflictFailure.conflict(Conflict(reason: "<&>", count: 2)) }
            return body ?? Animal(id: 0, name: "none")
        }

        func addKeeper(body: Keeper, context: OperationContext<Void>) async throws -> Keeper { body }

        func replaceCrate(body: Crate, context: OperationContext<Void>) async throws -> Load {
            guard let load = body.load else { throw ReplaceCrateFailure.clientError(404, "none") }
            guard body == XMLTests.crate else { throw Forbidden() }
            return load
        }

        func sendLetter(body: String, context: OperationContext<Void>) async throws -> String { body }
    }

    private static let animal = Animal(
        id: 1, name: "12", species: "fox & <co>", born: Date(timeIntervalSince1970: 0), weight: 1.5, tame: true,
        note: .null, price: Price(amount: 3, currency: "\"€\""), foods: ["a\n b", "1"],
        visits: [Visit(day: "mo", reasons: ["x"]), Visit(reasons: ["y", "z"])], marks: [1, 2], nicknames: ["true"],
        young: [Animal(id: 3, name: "c", foods: [])], box: .init(width: 1, label: "]]>")
    )

    private static let crate = Crate(
        load: .tool(Tool(name: "saw")), loads: [.feed(Feed(weight: "2")), .tool(Tool(name: "axe"))],
        shelves: ["top": Feed(weight: "1"), "low": Feed()], code: .string("12a")
    )

    private let transport = RecordingTransport(Server())
    private var client: ZooClient { ZooClient(server: .default, transport: transport) }
    private var sent: String { String(decoding: transport.last?.body?.buffered ?? [], as: UTF8.self) }

    /// Attributes are also written for a union's members and a map's values.
    @Test func attributesOfUnionsAndMapsAreWrittenAndRead() async throws {
        #expect(try await client.replaceCrate(body: Self.crate) == .tool(Tool(name: "saw")))
        let parts = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<Crate><load kind="Tool"><title>saw</title></load>"#,
            #"<loads><load kind="Feed" weight="2"/><load kind="Tool"><title>axe</title></load></loads>"#,
            #"<shelves>"#, #"</shelves><code>12a</code></Crate>"#,
        ]
        for part in parts + [#"<top kind="Feed" weight="1"/>"#, #"<low kind="Feed"/>"#] {
            #expect(sent.contains(part), "\(sent)")
        }
        do {
            _ = try await client.replaceCrate(body: Crate())
            Issue.record("there is nothing in it")
        } catch .documented(.clientError(404, let text), _) {
            #expect(text == "none")
        } catch {
            throw error
        }
    }

    @Test func elementsAreWrittenAndRead() async throws {
        #expect(try await client.replaceAnimal(body: Self.animal) == Self.animal)
        #expect(transport.last?.head.headerFields[.contentType] == "application/vnd.zoo+xml")
        let parts = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<animal id="1" birth="1970-01-01T00:00:00Z">"#,
            "<name>12</name>",
            #"<sp:kind xmlns:sp="http://example.com/species">fox &amp; &lt;co&gt;</sp:kind>"#,
            "<weight>1.5</weight><tame>true</tame>",
            #"<note xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>"#,
            #"<price currency="&quot;€&quot;">3</price>"#,
            "<foods><food>a\n b</food><food>1</food></foods>",
            "<visits><visit><day>mo</day><reasons>x</reasons></visit>",
            "<visit><reasons>y</reasons><reasons>z</reasons></visit></visits>",
            "<mark>1</mark><mark>2</mark><nicknames>true</nicknames>",
            #"<animal id="3"><name>c</name><foods/></animal>"#,
            "<box><width>1</width><![CDATA[]]]]><![CDATA[>]]></box></animal>",
        ]
        #expect(sent == parts.joined())
    }

    @Test func listsFailuresAndNothing() async throws {
        #expect(try await client.listAnimals() == [Self.animal])
        try await client.addAnimals(body: [Self.animal, Animal(id: 2, name: "b")])
        #expect(sent.contains("<animals><animal id=\"1\""))
        #expect(try await client.replaceAnimal().name == "none")
        await #expect { _ = try await client.replaceAnimal(body: Animal(id: 1, name: "other")) } throws: { error in
            guard case ClientError<ConflictFailure>.documented(.conflict(let conflict), _) = error else { return false }
            return conflict == Conflict(reason: "<&>", count: 2)
        }
        #expect(try await client.sendLetter(body: "<a/>") == "<a/>")
    }

    @Test func oneModelOfSeveralTypes() async throws {
        let keeper = Keeper(name: "1", age: 2, teams: ["a"], desk: .init(room: 3))
        #expect(try await client.addKeeper(body: keeper) == keeper)
        let bodies = [
            (
                "application/xml",
                "<Keeper><name>1</name><age>2</age><teams>a</teams><desk><room>3</room></desk></Keeper>"
            ),
            (
                "text/xml; charset=utf-8",
                "<Keeper><desk><room>3</room></desk><teams>a</teams><age>2</age><name>1</name></Keeper>"
            ),
            ("application/x-www-form-urlencoded", "name=1&age=2&teams=a&desk=%7B%22room%22:3%7D"),
        ]
        for (type, body) in bodies {
            let answer = try await Self.send(.post, "/keepers", type, body)
            #expect(try Keeper(jsonText: answer.body) == keeper, "\(answer)")
        }
    }

    private static let xml = "application/xml"
    private static let laughs = """
        <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
        <Keeper><name>&c;</name></Keeper>
        """
    private static let file =
        #"<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><Keeper><name>&a;</name></Keeper>"#

    @Test(arguments: [
        ("<Keeper><name>a</name></Keeper>", 200, ""), ("<Keeper><name>a</name><other/></Keeper>", 200, ""),
        ("<?xml version='1.0'?><!-- c --><Keeper ><name >a</name ></Keeper ><!-- c --> ", 200, ""),
        ("<k:Keeper xmlns:k='http://k'><k:name>a</k:name></k:Keeper>", 200, ""),
        ("<Keeper><name><![CDATA[<&]]></name></Keeper>", 200, "<&"), ("<Keeper/>", 422, "name"),
        ("<Keeper><name/></Keeper>", 422, "name"), ("<Keeper><name>a</name><age>x</age></Keeper>", 422, "age"),
        ("<Keeper><name>a</name><age/></Keeper>", 422, "age"), ("<Keeper><name>a</name><desk/></Keeper>", 422, "room"),
        ("<Keeper><name>a</name><desk>1</desk></Keeper>", 422, "desk"), ("<Other/>", 422, "root"),
        ("<Keeper><name><a/></name></Keeper>", 422, "name"), ("", 422, ""), (" ", 422, "element"),
        ("{}", 422, "element"),
        (laughs, 422, "Document types"), (file, 422, "Document types"),
        ("<Keeper><name>&c;</name></Keeper>", 422, "entities"),
        ("<Keeper><name>a</name></Keeper><Keeper/>", 422, "root"),
        ("<?xml version='1.0' encoding='UTF-16'?><Keeper><name>a</name></Keeper>", 422, "UTF-8"),
    ])
    func invalidXMLIsRefused(body: String, status: Int, mention: String) async throws {
        let answer = try await Self.send(.post, "/keepers", Self.xml, body)
        #expect(answer.status == status && (mention.isEmpty || answer.body.contains(mention)), "\(answer)")
    }

    @Test(arguments: [
        ("<animals><animal id='1'><name>a</name></animal></animals>", 403, ""), ("<animals/>", 403, ""),
        ("<animals><animal><name>a</name></animal></animals>", 422, "0/id"),
        ("<animals><animal id='x'><name>a</name></animal></animals>", 422, "0/id"),
        ("<animals><animal id='1'/><animal id='1'/><animal id='1'/></animals>", 422, "maxItems"),
        (
            "<animals><animal id='1'><name>a</name><foods><food/><food/><food/><food/></foods></animal></animals>", 422,
            "foods"
        ),
        ("<animals><animal id='1'><name>a</name><price>x</price></animal></animals>", 422, "amount"),
        ("<animals><animal id='1'><name>a</name><mark>x</mark></animal></animals>", 422, "marks"),
    ])
    func invalidXMLOfEveryShapeIsRefused(body: String, status: Int, mention: String) async throws {
        let answer = try await Self.send(.post, "/animals", Self.xml, body)
        #expect(answer.status == status && (mention.isEmpty || answer.body.contains(mention)), "\(answer)")
    }

    /// The work is bounded by the size of the input.
    @Test(arguments: [
        HostileInput("deep", String(repeating: "<Keeper>", count: 100_000)),
        HostileInput(
            "deep, closed", String(repeating: "<Keeper>", count: 50_000) + String(repeating: "</Keeper>", count: 50_000)
        ),
        HostileInput("attributes", "<Keeper" + (0..<50_000).map { " a\($0)='1'" }.joined() + "/>"),
        HostileInput("namespaces", "<Keeper" + (0..<50_000).map { " xmlns:a\($0)='1'" }.joined() + "/>"),
        HostileInput("elements", "<Keeper>" + String(repeating: "<age>1</age>", count: 80_000) + "</Keeper>"),
        HostileInput("keys", "<Keeper>" + (0..<50_000).map { "<a\($0)>1</a\($0)>" }.joined() + "</Keeper>"),
        HostileInput("references", "<Keeper><name>" + String(repeating: "&#65;", count: 150_000) + "</name></Keeper>"),
        HostileInput("half a comment", "<Keeper><!--" + String(repeating: "-", count: 500_000)),
        HostileInput("sections", "<Keeper><name>" + String(repeating: "<![CDATA[", count: 100_000)),
    ])
    func theWorkForADocumentIsBoundedByItsLength(body: HostileInput) async throws {
        let start = ContinuousClock.now
        let answer = try await Self.send(.post, "/keepers", Self.xml, body.text)
        #expect([200, 422].contains(answer.status))
        let isInTime = ContinuousClock.now - start < .seconds(30)
        #expect(isInTime)
    }

    private static func send(
        _ method: HTTPRequest.Method, _ path: String, _ type: String, _ body: String
    ) async throws -> (status: Int, body: String) {
        let head = HTTPRequest(
            method: method, scheme: nil, authority: nil, path: path, headerFields: [.contentType: type])
        let response = try await APIRouter(Server()).respond(to: head, body: HTTPBody(Array(body.utf8)))
        return (response.status.code, String(decoding: response.bytes, as: UTF8.self))
    }
}
