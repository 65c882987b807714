namespace DataDiplomacy.Api.Graph;

/// <summary>Reads the values of several keys at once; keys without a value are left out of the answer.</summary>
public delegate Task<IReadOnlyDictionary<TKey, TValue>> BatchFetch<TKey, TValue>(
    IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    where TKey : notnull
    where TValue : class;
