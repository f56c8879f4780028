#!/bin/sh
# apischema 0.19.0 cannot be imported beside graphql-core 3.3, which schemathesis 4.32.5 installs.
#
# Expected: a library that needs no GraphQL for JSON works whichever version is installed.
# Behaviour: `import apischema` imports its GraphQL part where graphql-core is there, which uses a name that 3.3 removed.
# Output seen: holds: AttributeError: module 'graphql.type.definition' has no attribute 'graphql_input_types'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check apischema==0.19.0 graphql-core==3.3.2
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
try:
    import apischema
except AttributeError as error:
    print(f"holds: AttributeError: {str(error).split('. Did')[0]}")
else:
    raise SystemExit("changed: it is imported")
EOF
