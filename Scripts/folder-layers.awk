# Folders and the types of others that they name (see folder-uses.awk), in order -> a table, and what is against the layers.
#
# No folder names one that leads back to it. With `layers` ("A B|C D") each sees those of layers before its own.

BEGIN {
    layerCount = split(layers, rows, " ")
    for (row = 1; row <= layerCount; row++) {
        count = split(rows[row], names, "|")
        for (i = 1; i <= count; i++) layer[names[i]] = row
    }
}

{
    edge = $1 " " $2
    if (!(edge in types)) { edges[++edgeCount] = edge }
    types[edge] = types[edge] " " $3
    if (layers == "") next
    if (!($1 in layer)) wrong($1 " is in no layer of Scripts/check-imports")
    else if (!($2 in layer) || layer[$2] >= layer[$1]) wrong($1 " names " $3 ", which stands in " $2)
}

function wrong(message) {
    if (message in said) return
    said[message] = 1
    print target ": error: " message
    status = 1
}

END {
    if (prints == "--folders") {
        print target
        for (i = 1; i <= edgeCount; i++) {
            split(edges[i], pair, " ")
            printf "    %s -> %s:%s\n", pair[1], pair[2], types[edges[i]]
        }
    }
    # Folders that nothing leads out of are taken away until there are none: circles remain, and what leads to them.
    for (i = 1; i <= edgeCount; i++) isThere[edges[i]] = 1
    do {
        removed = 0
        for (edge in isThere) { split(edge, pair, " "); leads[pair[1]] = 1; isLedTo[pair[2]] = 1 }
        for (edge in isThere) {
            split(edge, pair, " ")
            if (!(pair[2] in leads) || !(pair[1] in isLedTo)) { delete isThere[edge]; removed = 1 }
        }
        split("", leads)
        split("", isLedTo)
    } while (removed)
    for (i = 1; i <= edgeCount; i++) {
        if (!(edges[i] in isThere)) continue
        split(edges[i], pair, " ")
        wrong(pair[1] " names" types[edges[i]] " in " pair[2] ", which leads back")
    }
    exit status
}
