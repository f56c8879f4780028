// What stands in ApusJSON is the runtime's to its users: it is a module of its own for the generator alone, which needs no HTTP.
@_exported public import ApusJSON
// Generated code and its users name methods, statuses and header fields (`.patch`, `response.headers[.retryAfter]`) with
// no import but ApusRuntime; under MemberImportVisibility that takes the module itself.
@_exported public import HTTPTypes
