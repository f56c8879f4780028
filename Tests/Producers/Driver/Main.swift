import ApusRuntime
import Foundation

/// `driver SERVER NUMBER OPERATION`, the arguments as a JSON object on standard input -> a JSON object on standard output.
///
/// There is one process for each call, so a crash does not affect other calls.
@main
enum Driver {
    static func main() async {
        let words = CommandLine.arguments
        guard words.count == 4, let number = Int(words[2]) else { exit(64) }
        let input = FileHandle.standardInput.readDataToEndOfFile()
        let arguments = (try? JSONValue(jsonBytes: input))?.object ?? [:]
        let call = Call(server: words[1], number: number, arguments: arguments)
        do {
            if let run = operations[words[3]] {
                try await run(call)
            } else {
                call.fail("unknown", "the client has no such operation")
            }
        } catch { call.fail("not called", "\(error)") }
        print(call.text)
    }
}
