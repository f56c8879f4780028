import ApusRuntime

@main
struct Main {
    static func main() async throws {
        // Client and server in one process, as in tests of a server.
        let client = NoteKeeper.NoteKeeperClient(
            server: "http://localhost",
            transport: InMemoryTransport(NoteBook())
        )
        let note = try await client.addNote(body: .init(text: "Buy milk"))
        print("Kept note \(note.id): \(note.text)")
        print("Read it again: \(try await client.getNote(id: note.id).text)")
        do {
            _ = try await client.getNote(id: 7)
        } catch .documented(.notFound(let problem), _) {
            print("404: \(problem.title)")
        } catch {
            throw error
        }
    }
}

actor NoteBook: NoteKeeper.NoteKeeperAPI {
    private var notes: [String] = []

    func addNote(body: NoteKeeper.NewNote, context: OperationContext<Void>) async throws -> NoteKeeper.Note {
        notes.append(body.text)
        return .init(id: notes.count, text: body.text)
    }

    func getNote(id: Int, context: OperationContext<Void>) async throws -> NoteKeeper.Note {
        guard notes.indices.contains(id - 1) else {
            throw NoteKeeper.ProblemFailure.notFound(.init(title: "There is no note \(id)."))
        }
        return .init(id: id, text: notes[id - 1])
    }
}
