// What this layer's reports are as JSON; who imports the reports can write them.
@_exported public import enum LucidJSON.JSONValue
