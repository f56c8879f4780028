import ApusJSON

extension Node {
    /// The node as JSON text, members in document order: `{"limit":10,"tags":["a"]}`. Numbers keep their text; `.inf` and `.nan`,
    /// which JSON cannot express, become `null`.
    package func jsonText() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text
    }

    private func write(to writer: inout JSONWriter) {
        switch value {
        case .null: writer.writeNull()
        case .bool(let value): writer.write(value)
        case .number(let number): if number.isFinite { writer.write(number: number.text) } else { writer.writeNull() }
        case .string(let string): writer.write(string: string)
        case .sequence(let elements):
            writer.array { array in
                for element in elements {
                    array.separate()
                    element.write(to: &array.writer)
                }
            }
        case .mapping(let mapping):
            writer.object { object in
                for entry in mapping.entries {
                    object.writeKey(entry.key)
                    entry.value.write(to: &object.writer)
                }
            }
        }
    }
}
