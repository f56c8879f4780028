import AnswersSDK
import ApusRuntime
import Foundation
import HTTPTypes
import Testing

/// How a client reads responses by their status and media type, whoever sends them.
struct AnswersTests {
    private func client(
        _ status: Int, _ body: String = "", contentType: String? = "application/json", headers: [String: String] = [:],
        validates: ClientValidation = []
    ) -> HarbourClient {
        var client = HarbourClient(
            server: "http://test", transport: Recorder(status, body, contentType: contentType, headers: headers))
        client.connection.validates = validates
        return client
    }

    // MARK: Statuses

    @Test(arguments: [200, 203, 299])
    func aSuccessUnderDefaultAloneIsReturned(status: Int) async throws {
        #expect(try await client(status, #"{"height":1.5}"#).getTide().height == 1.5)
        try await client(status).putTide()
    }

    @Test(arguments: [302, 400, 404, 500])
    func aFailureUnderDefaultAloneIsDocumented(status: Int) async throws {
        await #expect {
            _ = try await client(status, #"{"height":2}"#, headers: ["X-Request-ID": "7"]).getTide()
        } throws: { error in
            guard case ClientError<TideFailure>.documented(.other(status, let tide), let response) = error else {
                return false
            }
            let name = HTTPField.Name("X-Request-ID")
            return tide.height == 2 && response.status == status && response.text == #"{"height":2}"#
                && name.flatMap { response.headers[$0] } == "7"
        }
        await #expect { try await client(status, "later").putTide() } throws: { error in
            guard case ClientError<StatusFailure>.documented(.other(status), let response) = error else { return false }
            return response.text == "later"
        }
    }

    @Test(arguments: [204, 205, 304])
    func whatHasNoBodyIsNotDecoded(status: Int) async throws {
        // The bytes are not part of the response, whatever the server sends.
        await #expect { _ = try await client(status, #"{"height":2}"#).getTide() } throws: { error in
            guard case ClientError<TideFailure>.undocumented(let response) = error else { return false }
            return response.status == status && response.body.isEmpty
        }
        if status < 300 { try await client(status).putTide() }
    }

    @Test func anExactStatusComesBeforeDefault() async throws {
        #expect(try await client(200, "3").countLights() == 3)
        await #expect { _ = try await client(404).countLights() } throws: { error in
            if case ClientError<CountLightsFailure>.documented(.notFound, _) = error { true } else { false }
        }
        await #expect { _ = try await client(500, "4").countLights() } throws: { error in
            if case ClientError<CountLightsFailure>.documented(.other(500, 4), _) = error { true } else { false }
        }
    }

    @Test func anExactStatusComesBeforeItsRange() async throws {
        guard case .created(7) = try await client(201, "7").getMooring() else { throw Unexpected() }
        guard case .success(202, "east") = try await client(202, #""east""#).getMooring() else { throw Unexpected() }
        await #expect { _ = try await client(409, #""taken""#).getMooring() } throws: { error in
            if case ClientError<GetMooringFailure>.documented(.conflict("taken"), _) = error { true } else { false }
        }
        await #expect { _ = try await client(410, "gone").getMooring() } throws: { error in
            guard case ClientError<GetMooringFailure>.documented(.clientError(410), let response) = error else {
                return false
            }
            return response.text == "gone"
        }
        await #expect { _ = try await client(500).getMooring() } throws: { error in
            if case ClientError<GetMooringFailure>.undocumented = error { true } else { false }
        }
    }

    @Test func aDocumentedRedirectIsHandedOver() async throws {
        let transport = Recorder(303, headers: ["Location": "/berths/4"])
        let mooring = try await HarbourClient(server: "http://test", transport: transport).getMooring()
        guard case .seeOther(let answer) = mooring else { throw Unexpected() }
        #expect(answer.location == "/berths/4")
        #expect(await transport.sent.count == 1)

        let pier = Recorder(308, headers: ["Location": "/north"])
        let found = try await HarbourClient(server: "http://test", transport: pier).findPier()
        guard case .redirection(308, let answer) = found else { throw Unexpected() }
        #expect(answer.location == "/north")
        #expect(await pier.sent.count == 1)
    }

    @Test func anAnswerToHEADHasNoBody() async throws {
        let ships = try await client(200, #"{"height":1}"#, headers: ["X-Count": "3"]).checkShips()
        #expect(ships.xCount == 3)
        await #expect { _ = try await client(404, "{", headers: [:]).checkShips() } throws: { error in
            if case ClientError<CheckShipsFailure>.documented(.notFound, _) = error { true } else { false }
        }
        let request = ClientRequest(.head, "/ships")
        await #expect { _ = try await client(200, #"{"height":1}"#).send(request).json(200) as Tide } throws: { error in
            if case ClientError<Never>.undocumented = error { true } else { false }
        }
    }

    @Test func statusesWithoutABodyHaveNone() async throws {
        guard case .noContent = try await client(204, "{").deleteShips() else { throw Unexpected() }
        guard case .resetContent = try await client(205, "{").deleteShips() else { throw Unexpected() }
        guard case .notModified(let answer) = try await client(304, "{", headers: ["ETag": "7"]).listShips() else {
            throw Unexpected()
        }
        #expect(answer.eTag == "7")
    }

    @Test(arguments: ["null", "[1]", #"{"a":{}}"#, "true"])
    func withoutASchemaAnyJSONIsRead(json: String) async throws {
        guard case .ok(let value) = try await client(200, json).listShips() else { throw Unexpected() }
        #expect(try value == JSONValue(jsonText: json))
    }

    // MARK: Media types

    @Test(
        arguments: [
            ("getTide", "application/json"), ("putTide", nil), ("listShips", "application/json"), ("deleteShips", nil),
            ("getPilot", "application/vnd.harbour.v2+json, application/problem+json"),
            ("getChart", "application/json, */*;q=0.8"), ("getName", "*/*"), ("getPhoto", "image/*"),
            ("addNote", "text/plain"),
        ] as [(String, String?)])
    func aClientAsksForWhatItCanRead(operation: String, accepted: String?) async throws {
        let transport = Recorder(500)
        let client = HarbourClient(server: "http://test", transport: transport)
        switch operation {
        case "getTide": _ = try? await client.getTide()
        case "putTide": try? await client.putTide()
        case "listShips": _ = try? await client.listShips()
        case "deleteShips": _ = try? await client.deleteShips()
        case "getPilot": _ = try? await client.getPilot()
        case "getChart": _ = try? await client.getChart()
        case "getName": _ = try? await client.getName()
        case "getPhoto": _ = try? await client.getPhoto()
        default: _ = try? await client.addNote(body: "a")
        }
        #expect(await transport.sent.first?.head.headerFields[.accept] == accepted)
    }

    @Test(arguments: [
        (["application/pdf"], "text/plain"), (["text/*"], "text/*"),
        (["text/html", "text/plain;q=0.5"], "text/plain;q=0.5"),
    ])
    func aCallerAsksForWhatTheOperationReads(wanted: [String], accepted: String) async throws {
        let transport = Recorder(500)
        var client = HarbourClient(server: "http://test", transport: transport)
        client.connection.accepts = wanted
        _ = try? await client.addNote(body: "a")
        #expect(await transport.sent.first?.head.headerFields[.accept] == accepted)
    }

    @Test(arguments: ["application/json", "Application/JSON; Charset=UTF-8", "text/json", "application/hal+json", nil])
    func anyMediaTypeIsJSONWhereJSONComes(contentType: String?) async throws {
        #expect(try await client(200, #"{"height":3}"#, contentType: contentType).getChart().height == 3)
        #expect(try await client(200, "12", contentType: contentType).getDepth() == 12)
        #expect(try await client(200, #""Kap \u0041""#, contentType: contentType).getName() == "Kap A")
    }

    @Test func anyMediaTypeIsTextWhereTextComes() async throws {
        #expect(try await client(200, "12", contentType: "text/plain").getDepth() == 12)
        #expect(try await client(200, #""Kap""#, contentType: "text/plain").getName() == #""Kap""#)
        #expect(try await client(200, #"{"height":3}"#, contentType: "text/plain").getChart().height == 3)
        await #expect { _ = try await client(404, "lost", contentType: "text/html").getChart() } throws: { error in
            if case ClientError<GetChartFailure>.documented(.notFound("lost"), _) = error { true } else { false }
        }
        await #expect { _ = try await client(200, "<html>", contentType: "text/html").getChart() } throws: { error in
            guard case ClientError<GetChartFailure>.decoding(let problem) = error else { return false }
            return problem.message.contains("text/html")
        }
    }

    @Test func bytesComeWithTheirMediaType() async throws {
        let photo = try await client(200, "png", contentType: "image/png").getPhoto()
        #expect(photo.contentType == "image/png")
        #expect(try await photo.text() == "png")
        await #expect { _ = try await client(404, "gif", contentType: "image/gif").getPhoto() } throws: { error in
            guard case ClientError<GetPhotoFailure>.documented(.notFound(let data), let response) = error else {
                return false
            }
            return data == Data("gif".utf8) && response.headers[.contentType] == "image/gif"
        }
    }

    // MARK: Text

    @Test func clientsReadTypedText() async throws {
        #expect(try await client(200, "kept", contentType: "text/plain").addNote(body: "a") == .kept)
        #expect(try await client(200, "other", contentType: "text/plain").addNote(body: "a").rawValue == "other")
        #expect(try await client(200, "-1.5e2", contentType: "text/plain").sendSignal() == -150)
        let day = try await client(200, "2026-02-28", contentType: "text/plain", headers: ["X-Author": "me"])
            .getNotesDay()
        #expect(day.body == CalendarDate(year: 2026, month: 2, day: 28) && day.xAuthor == "me")
        await #expect {
            _ = try await client(409, "3", contentType: "text/plain").addNote(body: "a")
        } throws: { error in
            if case ClientError<AddNoteFailure>.documented(.conflict(3), _) = error { true } else { false }
        }
    }

    @Test(arguments: ["twelve", "", "1,5", "12 "])
    func textThatIsNotOfItsTypeIsAnError(text: String) async throws {
        await #expect { _ = try await client(200, text, contentType: "text/plain").sendSignal() } throws: { error in
            guard case ClientError<Never>.decoding(let problem) = error else { return false }
            return problem.response.text == text
        }
    }

    @Test func textIsValidatedWhereTheConnectionAsks() async throws {
        #expect(try await client(200, "long", contentType: "text/csv").countNotes(body: 5) == "long")
        let validating = client(200, "äöü", contentType: "text/csv", validates: .responses)
        #expect(try await validating.countNotes(body: 5) == "äöü")
        await #expect {
            _ = try await client(200, "long", contentType: "text/csv", validates: .responses).countNotes(body: 5)
        } throws: { error in
            guard case ClientError<Never>.decoding(let problem) = error else { return false }
            return problem.issues.count == 1
        }
        await #expect {
            _ = try await client(200, "lost", contentType: "text/plain", validates: .responses).addNote(body: "a")
        } throws: { error in
            if case ClientError<AddNoteFailure>.decoding = error { true } else { false }
        }
        await #expect {
            _ = try await client(409, "1", contentType: "text/plain", validates: .responses).addNote(body: "a")
        } throws: { error in
            if case ClientError<AddNoteFailure>.decoding = error { true } else { false }
        }
    }

    // MARK: Header fields

    /// The union's members are distinguished by the text, like those of a parameter.
    @Test func aHeaderOfAUnionIsTheMemberThatItReads() async throws {
        let fields = ["Retry-After": "120", "X-Lanes": "1.5,true,2"]
        await #expect { try await client(429, #"{"title":"later"}"#, headers: fields).getFog() } throws: { error in
            guard case ClientError<GetFogFailure>.documented(.tooManyRequests(let answer), _) = error else {
                return false
            }
            return answer.retryAfter == .integer(120) && answer.xLanes == [.number(1.5), .boolean(true), .number(2)]
        }
        let date = "Wed, 21 Oct 2026 07:28:00 GMT"
        let later = client(429, #"{"title":"later"}"#, headers: ["Retry-After": date])
        await #expect { try await later.makeFog() } throws: { error in
            guard case ClientError<MakeFogFailure>.documented(.tooManyRequests(let answer), _) = error else {
                return false
            }
            return answer.retryAfter == .string(date)
        }
    }

    /// Without a validator, a member is chosen if it can be decoded.
    @Test(arguments: [("120", Lane.number(120)), ("true", .text("true")), ("east", .text("east"))])
    func aUnionWithoutAValidatorIsReadTheSame(text: String, lane: Lane) async throws {
        let client = client(204, headers: ["X-Lane": text])
        let answer: LaneValue = try await client.send(ClientRequest(.get, "/")).value()
        #expect(answer.lane == lane && answer.lanes == [lane])
    }

    enum Lane: JSONUnion {
        case number(Double)
        case text(String)
        case other(JSONValue)

        init(json: JSONView) throws(JSONError) {
            self = try json.first(Self.number, Self.text, otherwise: Self.other)
        }

        func write(to writer: inout JSONWriter) {
            switch self {
            case .number(let value): writer.write(value)
            case .text(let value): writer.write(value)
            case .other(let value): writer.write(value)
            }
        }
    }

    private struct LaneValue: ResponseValue {
        var lane: Lane?
        var lanes: [Lane]?

        init(from response: ResponseContent) throws(ResponseDecodingError) {
            lane = response.header("X-Lane")
            lanes = response.header("X-Lane")
        }

        func response(_ status: Int) -> ServerResponse { .noContent(status) }
    }

    private struct Unexpected: Error {}
}
