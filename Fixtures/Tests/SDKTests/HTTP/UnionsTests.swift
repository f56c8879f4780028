import ApusRuntime
import Foundation
import HTTPTypes
import Testing
import UnionsSDK

/// What distinguishes the members of a union: the same for a client that reads and for a server that refuses.
struct UnionsTests {
    private struct Records: UnionsAPI {
        func addRecord(body: Record, context: OperationContext<Void>) async throws -> Record { body }
    }

    private func read(_ json: String) throws -> Record { try Record(jsonText: json) }

    /// The issues that a server reports for the body; `nil` if it responds with what it received.
    private func refusal(_ json: String) async throws -> [String]? {
        var request = HTTPRequest(method: .post, scheme: "http", authority: "test", path: "/records")
        request.headerFields[.contentType] = "application/json"
        let response = try await APIRouter(Records()).respond(to: request, body: HTTPBody(Array(json.utf8)))
        let bytes = response.bytes
        if response.status == .ok {
            #expect(try JSONValue(jsonBytes: bytes) == JSONValue(jsonText: json))
            return nil
        }
        let errors = try JSONDocument(bytes).root["errors"]?.elements.map { error in
            "\(error["pointer"]?.string ?? "?"): \(error["detail"]?.string ?? "?")"
        }
        return errors ?? ["\(response.status)"]
    }

    // MARK: Discriminators

    /// Every value of one member is also a value of the other: only the discriminator's member is read and validated.
    @Test func theDiscriminatorChoosesAmongOverlappingMembers() async throws {
        #expect(try read(#"{"scope": {"type": "all"}}"#).scope == .everybody(Everybody(type: "all")))
        let one = #"{"scope": {"type": "one", "chat": 5}}"#
        #expect(try read(one).scope == .somebody(Somebody(type: "one", chat: 5)))
        #expect(try await refusal(one) == nil)
        #expect(try await refusal(#"{"scope": {"type": "one"}}"#) == ["#/scope/chat: required, but missing"])
    }

    @Test(arguments: [
        (#"{"scope": {"type": "none"}}"#, "#/scope/type: must be \"all\" or \"one\""),
        (#"{"scope": {"type": 1}}"#, "#/scope/type: must be \"all\" or \"one\""),
        (#"{"scope": {}}"#, "#/scope/type: required, but missing"), (#"{"scope": []}"#, "#/scope: must be an object"),
    ])
    func anUnknownDiscriminatorIsRefused(json: String, issue: String) async throws {
        #expect(try await refusal(json) == [issue])
    }

    @Test func unknownValuesAreKept() throws {
        #expect(try read(#"{"scope": {"type": "none"}}"#).scope == .other(["type": "none"]))
    }

    /// The members do not name a property for the tag, but keep all additional ones.
    @Test func tagsOfMembersThatKeepOthers() throws {
        let library = Record(place: .library(Library(rooms: 2)))
        #expect(try library.jsonText() == #"{"place":{"rooms":2,"sort":"Library"}}"#)
        let labels = Record(place: .labels(["door": "blue"]))
        #expect(try JSONValue(jsonText: labels.jsonText()) == ["place": ["door": "blue", "sort": "Labels"]])
        for json in [#"{"place":{"rooms":2,"sort":"Library","a":1}}"#, #"{"place":{"a":"b","sort":"Labels"}}"#] {
            #expect(try JSONValue(jsonText: read(json).jsonText()) == JSONValue(jsonText: json))
        }
    }

    /// The members do not declare the property: its value is the one that the discriminator uses for them.
    @Test func theDiscriminatorsValueIsWrittenWhereMembersDoNotDeclareIt() async throws {
        let record = Record(member: .value(.owner(UnionsSDK.Owner(title: "Dr."))))
        #expect(try record.jsonText() == #"{"member":{"title":"Dr.","status":"Owner"}}"#)
        #expect(try await refusal(record.jsonText()) == nil)
        #expect(try await refusal(#"{"member": null}"#) == nil)
        #expect(
            try await refusal(#"{"member": {"status": "Guest", "until": "x"}}"#) == [
                "#/member/until: must be of format date"
            ])
    }

    @Test func theDefaultMappingIsTakenWithoutADiscriminator() async throws {
        #expect(try read(#"{"trip": {"steps": 5}}"#).trip == .walk(Walk(type: nil, steps: 5)))
        #expect(try await refusal(#"{"trip": {"steps": 5}}"#) == nil)
        #expect(try await refusal(#"{"trip": {"type": "Fly", "steps": 0}}"#) == ["#/trip/steps: must be at least 1"])
        #expect(
            try await refusal(#"{"trip": {"type": "Drive", "doors": "x"}}"#) == ["#/trip/doors: must be an integer"])
    }

    @Test func defaultsOfTheProperty() async throws {
        let lamp = Record(lamp: .lampOn(LampOn(watts: 5)))
        #expect(try lamp.jsonText() == #"{"lamp":{"state":"on","watts":5}}"#)
        #expect(try read(lamp.jsonText()) == lamp)
        #expect(try await refusal(lamp.jsonText()) == nil)
        #expect(try await refusal(#"{"lamp": {"state": "LampOn"}}"#) == [#"#/lamp/state: must be "on" or "off""#])
    }

    // MARK: Heirs

    @Test func schemasThatInheritAreCasesOfTheirBase() async throws {
        let cat = Record(pet: .cat(UnionsSDK.Cat(name: "Tom", lives: 7)))
        #expect(try cat.jsonText() == #"{"pet":{"kind":"cat","name":"Tom","lives":7}}"#)
        #expect(try read(cat.jsonText()) == cat)
        #expect(try await refusal(cat.jsonText()) == nil)
        let dog = #"{"pet": {"kind": "dog", "barks": true, "friends": [{"kind": "cat", "lives": 1}]}}"#
        #expect(try await refusal(dog) == nil)
        #expect(try await refusal(#"{"pet": {"kind": "cat", "lives": 10}}"#) == ["#/pet/lives: must be at most 9"])
        #expect(try await refusal(#"{"pet": {"kind": "dog"}}"#) == ["#/pet/barks: required, but missing"])
    }

    /// A value whose kind is not in the document is still a pet.
    @Test func anUnknownHeirIsTheBase() async throws {
        let cow = #"{"pet": {"kind": "cow", "name": "Elsa"}}"#
        #expect(try read(cow).pet == .base(Pet.Base(kind: .init(rawValue: "cow"), name: "Elsa")))
        #expect(try await refusal(cow) == [#"#/pet/kind: must be "cat" or "dog""#])
        #expect(try await refusal(#"{"party": {"role": "else"}}"#) == nil)
        #expect(try await refusal(#"{"party": {}}"#) == nil)
    }

    @Test func heirsOfHeirsAreCasesToo() async throws {
        let json = #"{"party": {"role": "Employee", "head": {"role": "shop"}, "name": "Ann", "salary": 1}}"#
        let shop = Party.company(Company(role: "shop"))
        let employee = Employee(role: "Employee", head: shop, name: "Ann", salary: 1)
        #expect(try read(json).party == .employee(employee))
        #expect(try await refusal(json) == nil)
        #expect(try await refusal(#"{"party": {"role": "person"}}"#) == ["#/party/name: required, but missing"])
    }

    // MARK: Properties

    @Test func constantsChooseTheMember() async throws {
        let box = Record(figure: .box(Figure.Box(kind: .square, side: 2)))
        #expect(try read(box.jsonText()) == box)
        let circle = Record(figure: .circle(Figure.Circle(radius: 1)))
        #expect(try read(circle.jsonText()) == circle)
        #expect(try read(#"{"figure": "dot"}"#).figure == .string("dot"))
        #expect(try read(#"{"entry": {"type": "folder", "count": 1}}"#).entry == .folderEntry(FolderEntry(count: 1)))
        #expect(try read(#"{"entry": {"size": 1}}"#).entry == .fileEntry(FileEntry(type: nil, size: 1)))
        // A tag that was absent stays absent; a newly created value has it.
        #expect(try read(#"{"entry": {"size": 1}}"#).jsonText() == #"{"entry":{"size":1}}"#)
        #expect(try Entry.folderEntry(FolderEntry(count: 1)).jsonText() == #"{"type":"folder","count":1}"#)
        for json in [try box.jsonText(), try circle.jsonText()] { #expect(try await refusal(json) == nil) }
    }

    // MARK: Formats

    @Test(arguments: [("10.0.0.1", "10.0.0.9", 4), ("fd00::1", "fd00::9", 6)])
    func formatsOfPropertiesChooseTheMember(first: String, last: String, version: Int) async throws {
        let json = #"{"range": {"first": "\#(first)", "last": "\#(last)"}}"#
        let expected =
            version == 4
            ? RangeSchema.ipv4Range(Ipv4Range(first: first, last: last))
            : RangeSchema.ipv6Range(Ipv6Range(first: first, last: last))
        #expect(try read(json).range == expected)
        #expect(try await refusal(json) == nil)
        #expect(try await refusal(#"{"address": "\#(first)"}"#) == nil)
    }

    @Test func aValueOfNoFormatIsRefused() async throws {
        #expect(try await refusal(#"{"range": {"first": "a", "last": "b"}}"#) != nil)
        #expect(try await refusal(#"{"address": "a"}"#) != nil)
        // A value that matches no member is kept.
        let neither = #"{"range": {"first": "a", "last": "b"}}"#
        #expect(try read(neither).range == .other(["first": "a", "last": "b"]))
    }

    @Test func datesAreToldFromOtherStrings() async throws {
        #expect(try read(#"{"when": "2025-03-09"}"#).when == .day(CalendarDate(year: 2025, month: 3, day: 9)))
        #expect(try read(#"{"when": "1970-01-01T00:00:10Z"}"#).when == .date(Date(timeIntervalSince1970: 10)))
        #expect(try read(#"{"when": "later"}"#).when == .string("later"))
        for when in ["2025-03-09", "1970-01-01T00:00:10Z", "later"] {
            #expect(try await refusal(#"{"when": "\#(when)"}"#) == nil)
        }
        #expect(try read(#"{"day": "0"}"#).day == .string("0"))
        #expect(try read(#"{"day": "2025-03-09T00:00:00"}"#).day == .string("2025-03-09T00:00:00"))
        #expect(try read(#"{"days": ["2025-03-09", "0"]}"#).days == .stringList(["2025-03-09", "0"]))
        #expect(
            try read(#"{"key": "0e9f2d1c4b3a49588776655443322110"}"#).key == .other("0e9f2d1c4b3a49588776655443322110")
        )
        #expect(try read(#"{"key": "abc"}"#).key == .string("abc"))
    }

    /// Read as UTC by a client if no other member matches; refused by a server.
    @Test func dateTimesWithoutOffset() async throws {
        let json = #"{"moment": "1970-01-01T00:00:10"}"#
        #expect(try read(json).moment == .date(Date(timeIntervalSince1970: 10)))
        #expect(try read(#"{"when": "1970-01-01T00:00:10"}"#).when == .other("1970-01-01T00:00:10"))
        #expect(try await refusal(json) != nil)
        #expect(try await refusal(#"{"moment": "1970-01-01T00:00:10Z"}"#) == nil)
    }

    /// One of the listed strings, or any other one: an open enumeration.
    @Test func anEnumerationBesideAStringIsOpen() async throws {
        #expect(try read(#"{"level": "low"}"#).level == .low)
        #expect(try read(#"{"level": "host"}"#).level == .init(rawValue: "host"))
        #expect(try await refusal(#"{"color": "dark blue"}"#) == nil)
        #expect(try await refusal(#"{"color": "green"}"#) == nil)
        #expect(try read(#"{"color": "dark blue"}"#).color == .darkBlue)
    }
}
