import Foundation

/// `wire-cases`: tries every case and prints the table `case | call | bytes on the wire | pass`.
@main
enum Main {
    static func main() async {
        var passed = 0
        var failed = 0
        print("case | call | bytes on the wire | pass")
        for (name, run) in cases {
            let wire = Wire()
            await run(wire)
            if wire.rows.isEmpty { failed += 1 }
            for row in wire.rows {
                let bytes = row.exchanges.map(\.text).joined(separator: " ; ")
                let isPassed = row.problems.isEmpty
                print("\(name) | \(row.call) | \(bytes.isEmpty ? "nothing" : bytes) | \(isPassed ? "yes" : "NO")")
                for problem in row.problems { print("    \(name): \(row.call): \(problem)") }
                passed += isPassed ? 1 : 0
                failed += isPassed ? 0 : 1
            }
        }
        print("\(passed) passed, \(failed) failed")
        exit(failed == 0 ? 0 : 1)
    }
}
