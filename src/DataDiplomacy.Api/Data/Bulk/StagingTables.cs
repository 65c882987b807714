namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>
/// Temporary tables of one import. They belong to its connection, lock nobody, and are gone when it dies.
/// Keys and attributes get numbers of their own here; the real ones are given in the transaction that publishes.
/// </summary>
public static class StagingTables
{
    public static readonly BulkTable Keys = new("stage_key",
    [
        new("id", "integer"), new("hash", "text"), new("series", "text"), new("area", "text"), new("dimensions", "text"),
    ]);

    public static readonly BulkTable Attributes = new("stage_attribute",
    [
        new("id", "integer"), new("hash", "text"), new("nature", "text"), new("status", "text"), new("unit", "text"),
        new("unit_multiplier", "text"), new("source", "text"), new("footnote", "text"), new("time_detail", "text"),
        new("time_coverage", "text"), new("base_period", "text"), new("geo_info_url", "text"), new("unit_label", "text"),
    ]);

    public static readonly BulkTable Rows = new("stage_row",
    [
        new("line", "bigint"), new("key_id", "integer"), new("period", "integer"), new("period_end", "integer"),
        new("value", "double precision"), new("value_text", "text"), new("missing", "integer"),
        new("lower_bound", "double precision"), new("upper_bound", "double precision"), new("attribute_id", "integer"),
    ]);

    /// <summary>Keys of rejected rows: what they stand for must not be withdrawn.</summary>
    public static readonly BulkTable Held = new("stage_held", [new("hash", "text"), new("period", "integer")]);

    public static readonly BulkTable Rejections = new("stage_rejection",
    [
        new("ordinal", "bigint"), new("line", "bigint"), new("problem_column", "text"), new("code", "text"),
        new("detail", "text"), new("raw", "text"),
    ]);

    /// <summary>Pairs of staged and stored attributes, merged where the file lacks columns.</summary>
    public static readonly BulkTable Merged = new("stage_merged",
    [
        new("attribute_id", "integer"), new("old_id", "integer"), new("attributes_id", "integer"),
    ]);

    public static IReadOnlyList<BulkTable> All => [Keys, Attributes, Rows, Held, Rejections, Merged];

    /// <summary>Tables that are made by SELECT.</summary>
    public static IReadOnlyList<string> Derived => ["stage_contradiction", "resolved_key", "resolved_attribute", "stage_change", "stage_withdrawal"];
}
