import ApusRuntime
import HTTPTypes
import Testing
import UnionsSDK

/// Unions choose the member for which the value is valid, write its tag, and keep values that match no member.
struct UnionValidityTests {
    private struct Records: UnionsAPI {
        func addRecord(body: Record, context: OperationContext<Void>) async throws -> Record { body }
    }

    private func read(_ json: String) throws -> Record { try Record(jsonText: json) }

    /// Whether a value is written as it was read.
    private func keeps(_ json: String) throws -> Bool {
        try JSONValue(jsonText: try read(json).jsonText()) == JSONValue(jsonText: json)
    }

    /// Whether the server accepts the value and responds with what it received.
    private func accepts(_ json: String) async throws -> Bool {
        var request = HTTPRequest(method: .post, scheme: "http", authority: "test", path: "/records")
        request.headerFields[.contentType] = "application/json"
        let response = try await APIRouter(Records()).respond(to: request, body: HTTPBody(Array(json.utf8)))
        guard response.status == .ok else { return false }
        #expect(try JSONValue(jsonBytes: response.bytes) == JSONValue(jsonText: json))
        return true
    }

    // MARK: Tags

    @Test func constantsThatAreIntegersAndBooleansChooseTheMember() async throws {
        let second = #"{"revision": {"number": 2, "lines": ["a"]}}"#
        #expect(try read(second).revision == .secondRevision(SecondRevision(lines: ["a"])))
        #expect(try read(#"{"toggle": {"active": true, "level": 3}}"#).toggle == .on(Toggle.On(level: 3)))
        for json in [second, #"{"toggle": {"active": true, "level": 3}}"#, #"{"toggle": {"active": false}}"#] {
            #expect(try await accepts(json))
        }
        for json in [
            #"{"revision": {"number": 3}}"#, #"{"revision": {"number": "2", "lines": []}}"#,
            #"{"toggle": {"active": 1}}"#,
        ] {
            #expect(try await !accepts(json))
            #expect(try keeps(json))
        }
    }

    @Test func constantsInNestedObjectsChooseTheMember() async throws {
        let parcel = #"{"envelope": {"meta": {"kind": "parcel"}, "weight": 5}}"#
        guard case .parcel(let value)? = try read(parcel).envelope else {
            Issue.record("not a parcel")
            return
        }
        #expect(value.weight == 5)
        #expect(try await accepts(parcel))
        #expect(try await !accepts(#"{"envelope": {"meta": {"kind": "crate"}}}"#))
    }

    /// The members do not have the property, so the union writes it.
    @Test func tagsThatMembersLack() async throws {
        let tap = Record(gesture: .tap(Tap(x: 1)))
        #expect(try tap.jsonText() == #"{"gesture":{"kind":"tap","x":1}}"#)
        let flick = #"{"gesture": {"kind": "flick", "x": 1, "y": 2}}"#
        #expect(try read(flick).gesture == .flick(Swipe(x: 1, y: 2)))
        #expect(try await accepts(flick))
        #expect(try await !accepts(#"{"gesture": {"x": 1}}"#))
        #expect(try read(#"{"gesture": {"x": 1}}"#).gesture == .other(["x": 1]))
    }

    /// A member whose tag is optional has the tag if the union writes the member.
    @Test func tagsThatMembersMayLack() async throws {
        #expect(Wait().type == "wait")
        let wait = Record(step: .wait(Wait(type: nil, seconds: 1)))
        #expect(try wait.jsonText() == #"{"step":{"type":"wait","seconds":1}}"#)
        #expect(try read(#"{"step": {"note": "x"}}"#).step == .note(UnionsSDK.Step.Note(note: "x")))
        #expect(try await accepts(#"{"step": {"note": "x"}}"#))
        #expect(try await !accepts(#"{"step": {"type": "halt"}}"#))
    }

    /// Only the member that the tag names can be chosen; a value that does not fit it is kept as it is.
    @Test func membersThatDoNotFit() throws {
        let json = #"{"revision": {"number": 2, "lines": "none"}}"#
        #expect(try read(json).revision == .other(["number": 2, "lines": "none"]))
    }

    // MARK: Common members

    @Test func alternativesInAllOf() async throws {
        let payment = #"{"payment": {"method": "transfer", "account": "x", "amount": 2}}"#
        guard case .transfer(let transfer)? = try read(payment).payment else {
            Issue.record("not a transfer")
            return
        }
        #expect(transfer.amount == 2 && transfer.account == "x")
        #expect(try await accepts(payment))
        #expect(try await !accepts(#"{"payment": {"method": "cash", "amount": 2}}"#))
        #expect(try await !accepts(#"{"payment": {"method": "card", "amount": 0}}"#))
    }

    @Test func alternativesBesidePropertiesChooseTheMember() async throws {
        let broken = #"{"state": {"code": 1, "at": 5, "error": "x"}}"#
        #expect(try read(broken).state == .broken(State.BrokenState(at: 5, error: "x")))
        #expect(try await accepts(broken))
        #expect(try await !accepts(#"{"state": {"code": 1, "at": 5}}"#))
    }

    // MARK: Validity

    @Test func theMemberThatKnowsMost() async throws {
        let full = #"{"contact": {"name": "x", "note": "yy"}}"#
        #expect(try read(full).contact == .fullContact(FullContact(name: "x", note: "yy")))
        #expect(try read(#"{"contact": {"name": "x"}}"#).contact == .briefContact(BriefContact(name: "x")))
        let extra = #"{"contact": {"name": "x", "extra": [1]}}"#
        #expect(try read(extra).contact == .fullContact(FullContact(name: "x", extra: [1])))
        #expect(try read(#"{"contact": {"phone": "1"}}"#).contact == .phoneContact(PhoneContact(phone: "1")))
        for json in [full, extra, #"{"contacts": [{"name": "x"}, {"name": "y", "note": "zz"}]}"#] {
            #expect(try await accepts(json))
        }
    }

    /// The note is too short for a full contact.
    @Test func theMemberThatIsValid() throws {
        #expect(
            try read(#"{"contact": {"name": "x", "note": "y"}}"#).contact == .briefContact(BriefContact(name: "x")))
    }

    @Test func boundsChooseTheMember() async throws {
        #expect(try read(#"{"gauge": {"value": 3}}"#).gauge == .low(Gauge.Low(value: 3)))
        #expect(try read(#"{"gauge": {"value": 300}}"#).gauge == .high(Gauge.High(value: 300)))
        #expect(try read(#"{"gauge": [1, 2]}"#).gauge == .integerList([1, 2]))
        for json in [#"{"gauge": {"value": 50}}"#, #"{"gauge": [1]}"#] {
            #expect(try keeps(json))
            #expect(try await !accepts(json))
        }
        #expect(try read(#"{"gauge": [1]}"#).gauge == .other([1]))
    }

    @Test func forbiddenPropertiesChooseTheMember() async throws {
        #expect(try read(#"{"options": {"size": 1}}"#).options == .strict(Options.Strict(size: 1)))
        let loose = #"{"options": {"size": 1, "unit": "cm"}}"#
        #expect(
            try read(loose).options == .loose(Options.Loose(size: 1, additionalProperties: ["unit": "cm"])))
        #expect(try await accepts(loose))
    }

    @Test func mapsAreTriedLast() async throws {
        #expect(
            try read(#"{"measures": {"width": 1, "height": 2}}"#).measures == .area(Measures.Area(width: 1, height: 2)))
        #expect(try read(#"{"measures": {"depth": 1}}"#).measures == .integerMap(["depth": 1]))
        #expect(try await accepts(#"{"measures": {"depth": 1}}"#))
        #expect(try keeps(#"{"measures": {"depth": "x"}}"#))
    }

    @Test func nullAmongListedValues() async throws {
        for json in [#"{"mixed": null}"#, #"{"mixed": 1}"#, #"{"mixed": true}"#, #"{"mixed": "auto"}"#] {
            #expect(try keeps(json))
            #expect(try await accepts(json))
        }
        #expect(try await !accepts(#"{"mixed": false}"#))
    }
}
