/// `PatternFollowers` in the form that is read for each character: an object that owns its memory, since counting references would
/// take longer than reading.
final class PatternFollowerTable: @unchecked Sendable {
    /// The number of different sets of followers.
    let count: Int
    private let next: UnsafeBufferPointer<UInt64>
    private let ends: UnsafeBufferPointer<UInt64>
    private let parts: UnsafeBufferPointer<PatternFollowers.Part>
    private let firstPart: UnsafeBufferPointer<Int32>
    private let firstTarget: UnsafeBufferPointer<Int32>
    private let targets: UnsafeBufferPointer<PatternFollowers.Target>

    init(_ followers: PatternFollowers) {
        count = followers.firstTarget.count - 1
        next = Self.copy(followers.next)
        ends = Self.copy(followers.ends)
        parts = Self.copy(followers.parts)
        firstPart = Self.copy(followers.firstPart)
        firstTarget = Self.copy(followers.firstTarget)
        targets = Self.copy(followers.targets)
    }

    deinit {
        next.deallocate()
        ends.deallocate()
        parts.deallocate()
        firstPart.deallocate()
        firstTarget.deallocate()
        targets.deallocate()
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = copy.initialize(from: elements)
        return UnsafeBufferPointer(copy)
    }

    /// Whether a match may end after one of the places.
    func isEnd(_ places: UnsafeBufferPointer<UInt64>, from low: Int) -> Bool {
        var all: UInt64 = 0
        for offset in 0..<places.count { all |= places[offset] & ends[low &+ offset] }
        return all != 0
    }

    /// Moves on from the places that are followed by the next place.
    func moveOn(
        _ places: UnsafeBufferPointer<UInt64>, from low: Int, into words: UnsafeMutableBufferPointer<UInt64>
    ) {
        var carry: UInt64 = 0
        for offset in 0..<places.count {
            let moved = places[offset] & next[low &+ offset]
            words[low &+ offset] = moved &<< 1 | carry
            carry = moved &>> 63
        }
        words[low &+ places.count] = carry
    }

    /// Adds the other places that follow the places. Returns the words that contain them.
    func add(
        _ places: UnsafeBufferPointer<UInt64>, from low: Int, into words: UnsafeMutableBufferPointer<UInt64>,
        _ stamps: UnsafeMutableBufferPointer<UInt32>, _ stamp: UInt32, _ work: inout Int
    ) -> Range<Int> {
        var (first, end) = (Int.max, 0)
        for offset in 0..<places.count where places[offset] != 0 {
            let indexes = Int(firstPart[low &+ offset])..<Int(firstPart[low &+ offset &+ 1])
            work &+= indexes.count
            for index in indexes where places[offset] & parts[index].places != 0 {
                let number = Int(parts[index].followers)
                if stamps[number] == stamp { continue }
                stamps[number] = stamp
                let found = Int(firstTarget[number])..<Int(firstTarget[number &+ 1])
                work &+= found.count
                for target in found { words[Int(targets[target].word)] |= targets[target].places }
                first = min(first, Int(targets[found.lowerBound].word))
                end = max(end, Int(targets[found.upperBound &- 1].word) &+ 1)
            }
        }
        return min(first, end)..<end
    }
}
