public import LucidFiles

extension FileProblem {
    /// The problem as one sentence that begins with the file's name.
    public var sentence: String {
        let statement =
            switch reason {
            case .notFound: "no such file or folder"
            case .isDirectory: "is a folder, not a file"
            case .isNotDirectory: "is not a folder"
            case .readerGone: "nobody reads it any more"
            case .isNotRegular: "is no regular file, but a pipe or a device"
            case .permissionDenied: "permission denied"
            case .alreadyExists: "exists already"
            case .tooLarge(let limit): "is larger than \(limit >> 20) MiB"
            case .empty: "is empty"
            case .noSpace: "no space left on the disk"
            case .system(let words): words
            }
        return "\(path.safeToShow): \(statement)"
    }
}
