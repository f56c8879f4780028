import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension Error {
    /// The same error without the query of its URL, which may contain a key.
    var redacted: any Error {
        guard let error = self as? URLError else { return self }
        var info: [String: Any] = [NSLocalizedDescriptionKey: error.localizedDescription]
        if let url = error.userInfo[NSURLErrorFailingURLErrorKey] as? URL {
            info[NSURLErrorFailingURLErrorKey] = URL(string: RedactedURL.text(url.absoluteString))
        }
        return URLError(error.code, userInfo: info)
    }
}
