// To users, the contents of ApusJSON are part of the runtime. It is a separate module only for the generator, which does not need
// HTTP.
@_exported public import ApusJSON
// Generated code and its users refer to methods, statuses and header fields (`.patch`, `response.headers[.retryAfter]`) and import
// only ApusRuntime; with MemberImportVisibility, this requires that the module itself is exported.
@_exported public import HTTPTypes
