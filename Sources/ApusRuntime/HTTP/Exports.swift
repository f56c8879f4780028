// Generated code and its users name methods, statuses and header fields (`.patch`, `response.headers[.retryAfter]`) with
// no import but ApusRuntime; under MemberImportVisibility that takes the module itself.
@_exported public import HTTPTypes
