import Foundation

/// `Benchmarks APUS DOCUMENT...` measures everything, `Benchmarks validation` only validators, `Benchmarks codec` only the codec on
/// samples; `Benchmarks serve KIND` is the server that is measured. `APUS_PEERS` names the
/// folder with the scripts of the Python libraries, and their environment.
@main
struct Main {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "serve", let kind = arguments.last.flatMap(ServerKind.init) {
            return try await BenchmarkServer(kind: kind).run()
        }
        var table = Table()
        if arguments.first == "validation" {
            try ValidationBenchmark().run(&table)
            return try PatternBenchmark().run(&table)
        }
        if arguments.first == "codec" { return try SampleBenchmark().run(&table) }
        if let apus = arguments.first {
            let documents = arguments.dropFirst().map { URL(fileURLWithPath: $0) }
            try GenerationBenchmark(apus: URL(fileURLWithPath: apus), documents: documents).run(&table)
        }
        try CodecBenchmark().run(&table)
        try SampleBenchmark().run(&table)
        try ValidationBenchmark().run(&table)
        try PatternBenchmark().run(&table)
        try RouteBenchmark().run(&table)
        print("\nchecksum of the results: \(table.checksum)")
    }
}
