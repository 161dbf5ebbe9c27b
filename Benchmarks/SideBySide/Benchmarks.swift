import Benchmark

/// Where the runner begins. The rows come in the order of `rows.json`, which says what they are called in the table
/// and what is to be reached.
let benchmarks: @Sendable () -> Void = {
    if RunSettings.isMasked {
        maskedHashRows()
    } else {
        rsaRows()
        curveRows()
        hashRows()
        certificateRows()
        chainRows()
        authorityRows()
    }
}
