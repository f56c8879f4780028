import ApusRuntime
import FastapiConstraintsSDK
import Foundation

/// A server that accepts whatever it receives.
struct Depot: DepotAPI {
    func numbers(body: Numbers, context: OperationContext<Void>) async throws -> Bool { true }
    func texts(body: Texts, context: OperationContext<Void>) async throws -> Bool { true }
    func flags(body: Flags, context: OperationContext<Void>) async throws -> Bool { true }
    func choices(body: Choices, context: OperationContext<Void>) async throws -> Bool { true }
    func moments(body: Moments, context: OperationContext<Void>) async throws -> Bool { true }
    func formats(body: FastapiConstraintsSDK.Formats, context: OperationContext<Void>) async throws -> Bool { true }
    func lists(body: Lists, context: OperationContext<Void>) async throws -> Bool { true }
    func sets(body: Sets, context: OperationContext<Void>) async throws -> Bool { true }
    func tuples(body: Tuples, context: OperationContext<Void>) async throws -> Bool { true }
    func maps(body: Maps, context: OperationContext<Void>) async throws -> Bool { true }
    func parcels(body: Parcel, context: OperationContext<Void>) async throws -> Bool { true }
    func unions(body: Unions, context: OperationContext<Void>) async throws -> Bool { true }
    func households(body: Household, context: OperationContext<Void>) async throws -> Bool { true }
    func addresses(body: [Address], context: OperationContext<Void>) async throws -> Bool { true }
    func count(body: Int, context: OperationContext<Void>) async throws -> Bool { true }
    func pet(body: PetRequest, context: OperationContext<Void>) async throws -> Bool { true }
    func either(body: EitherRequest, context: OperationContext<Void>) async throws -> Bool { true }
    func note(body: Address?, context: OperationContext<Void>) async throws -> Bool { true }
    func pair(body: PairBody, context: OperationContext<Void>) async throws -> Bool { true }
    func embedded(body: EmbeddedBody, context: OperationContext<Void>) async throws -> Bool { true }
    func table(body: [String: [Int]], context: OperationContext<Void>) async throws -> Bool { true }
    func search(
        number: Int, text: String, flag: Bool, ratio: Double?, pattern: String?, size: Size, letter: Letter?,
        day: CalendarDate?, at: Date?, id: UUID?, tags: [String], counts: [Int], step: Int, either: Either?,
        context: OperationContext<Void>
    ) async throws -> Bool { true }
    func pathNumbers(
        number: Int, ratio: Double, flag: Bool, context: OperationContext<Void>
    ) async throws -> Bool { true }
    func pathTexts(
        text: String, size: Size, level: Level, context: OperationContext<Void>
    ) async throws -> Bool { true }
    func pathIDs(id: UUID, day: CalendarDate, context: OperationContext<Void>) async throws -> Bool { true }
    func headers(
        xToken: String, xCount: Int, xFlag: Bool?, xSize: Size, session: String?, visits: Int,
        context: OperationContext<Void>
    ) async throws -> Bool { true }
    func everything(
        number: Int, limit: Int, xToken: String, visits: Int, note: String, body: Address,
        context: OperationContext<Void>
    ) async throws -> Bool { true }
    func accounts(body: Account, context: OperationContext<Void>) async throws -> Bool { true }
    func phrase(body: String, context: OperationContext<Void>) async throws -> Bool { true }
    func unlock(code: String, context: OperationContext<Void>) async throws -> Bool { true }
}
