# Which top-level types each folder of a target names that another folder declares.
#
#     awk -v target=Sources/ApusRuntime -f Scripts/folder-uses.awk pass=1 FILES pass=2 FILES
#     -> HTTP Client RequestItems         (folder, folder that declares the type, type)
#
# Types are found as words, outside comments and strings, that follow no period. Private types are nobody else's to name.

function folder(path, rest) {
    rest = substr(path, length(target) + 2)
    return index(rest, "/") ? substr(rest, 1, index(rest, "/") - 1) : "(root)"
}

# A line without its comments and strings; what is interpolated into a string is code.
function code(line, out, i, c, n, level, hashes, parens, closing) {
    if (!isComment && !isText && line !~ /["\/]/) return line
    n = length(line)
    out = ""
    level = 0    # even: code, odd: inside a string
    for (i = 1; i <= n; i++) {
        c = substr(line, i, 1)
        if (isComment) {
            if (substr(line, i, 2) == "*/") { isComment = 0; i++ }
        } else if (isText) {
            if (substr(line, i, 3) == "\"\"\"") { isText = 0; i += 2 }
        } else if (level % 2) {
            if (c == "\\" && hashes[level] == "") {
                i++
                if (substr(line, i, 1) == "(") { level++; parens[level] = 0; out = out " " }
            } else {
                closing = "\"" hashes[level]
                if (substr(line, i, length(closing)) == closing) { i += length(closing) - 1; level-- }
            }
        } else if (substr(line, i, 2) == "//") {
            return out
        } else if (substr(line, i, 2) == "/*") {
            isComment = 1
            i++
        } else if (substr(line, i, 3) == "\"\"\"") {
            isText = 1
            i += 2
        } else if (c == "\"") {
            hashes[level + 1] = match(substr(line, 1, i - 1), /#+$/) ? substr(line, RSTART, RLENGTH) : ""
            level++
            out = out " "
        } else {
            if (level && c == "(") parens[level]++
            if (level && c == ")" && parens[level]-- == 0) level--
            else out = out c
        }
    }
    return out
}

FNR == 1 {
    isComment = isText = 0
    here = folder(FILENAME)
}

pass == 1 {
    if ($0 !~ /^[a-z@]/ || $0 ~ /^(fileprivate|private)|^extension|^import/) next
    declaration = $0
    while (match(declaration, /^(@[A-Za-z_]+(\([^)]*\))?|public|package|internal|final|indirect|nonisolated|open) +/))
        declaration = substr(declaration, RLENGTH + 1)
    if (match(declaration, /^(struct|class|enum|protocol|actor|typealias) +[A-Za-z_][A-Za-z_0-9]*/)) {
        name = substr(declaration, 1, RLENGTH)
        sub(/^[a-z]+ +/, "", name)
        home[name] = here
    }
    next
}

{
    line = code($0)
    while (match(line, /[A-Za-z_][A-Za-z_0-9]*/)) {
        word = substr(line, RSTART, RLENGTH)
        before = RSTART > 1 ? substr(line, RSTART - 1, 1) : ""
        line = substr(line, RSTART + RLENGTH)
        if ((word in home) && before != "." && home[word] != here && !((here, word) in seen)) {
            seen[here, word] = 1
            print here, home[word], word
        }
    }
}
