namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Section <c>Evidence</c> of the settings.</summary>
public sealed record RecordOptions
{
    /// <summary>Largest content of a record, bytes; larger ones are refused with 413.</summary>
    public long MaxBytes { get; init; } = MostBytes;

    /// <summary>Largest contents that a caller without a key has looked for, bytes together; larger ones are refused with 413. With a key it is <see cref="MaxBytes"/>.</summary>
    public long AnonymousVerifyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Most public records that the search holds in memory, about 2 KB each at most; of more, those that changed longest ago are not found. With 0 it finds no evidence.</summary>
    public int SearchRecords { get; init; } = 200_000;

    /// <summary>Characters that the search holds for each of them on average: a long title takes the place of others.</summary>
    public const int SearchLetters = 400;

    /// <summary>The limit of the format: 2 GiB.</summary>
    public const long MostBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>What the record itself and the borders of the parts may add to a request, bytes.</summary>
    public const long AroundContent = 1024 * 1024;
}
