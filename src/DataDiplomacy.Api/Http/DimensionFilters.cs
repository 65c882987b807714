namespace DataDiplomacy.Api.Http;

/// <summary>Filters by dimension: <c>dim.SEX=FEMALE,MALE</c> means either. Ids are upper snake case of the source column.</summary>
public sealed class DimensionFilters
{
    public static readonly DimensionFilters None = new();

    /// <summary>Codes by dimension id, ordered by id.</summary>
    public SortedDictionary<string, IReadOnlyList<string>> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads <c>dim.*</c> of the query string.</summary>
    public static ValueTask<DimensionFilters> BindAsync(HttpContext context)
    {
        var filters = new DimensionFilters();
        foreach (var (name, values) in context.Request.Query)
        {
            if (name.StartsWith(KnownParameters.DimensionPrefix, StringComparison.Ordinal))
            {
                filters.Add(name[KnownParameters.DimensionPrefix.Length..], [.. values.Select(v => v ?? "")]);
            }
        }

        return ValueTask.FromResult(filters);
    }

    public void Add(string dimension, IReadOnlyCollection<string> codes)
    {
        var read = Paging.Codes(codes);
        if (dimension.Length == 0 || read.Count is 0 or > Paging.MaxCodes)
        {
            throw ProblemException.Invalid(KnownParameters.DimensionPrefix + dimension,
                $"Give 1 to {Paging.MaxCodes} codes for a dimension, such as dim.SEX=FEMALE.");
        }

        Codes[dimension] = read;
    }

    /// <summary>Text that names the filters, for cursors.</summary>
    public override string ToString() => string.Join('&', Codes.Select(c => $"{c.Key}={string.Join(',', c.Value)}"));
}
