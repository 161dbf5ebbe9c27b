/// What `Scripts/evidence` has found, as text. Each file beside this one that is named `EvidenceTables+…` is made by it and begins
/// with the form of its rows.
enum EvidenceTables {}
