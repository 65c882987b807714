using GraphQL;
using GraphQL.DataLoader;

namespace DataDiplomacy.Api.Graph;

/// <summary>What a resolver takes from the request.</summary>
public static class ResolveContextExtensions
{
    /// <summary>A service of the request. Resolvers are the one place where services are looked up: graph types live as long as the schema.</summary>
    public static TService Service<TService>(this IResolveFieldContext context)
        where TService : notnull =>
        (context.RequestServices ?? throw new InvalidOperationException("The query is executed without services.")).GetRequiredService<TService>();

    /// <summary>The batch loader of this name.</summary>
    public static BatchLoader<TKey, TValue> Loader<TKey, TValue>(
        this IResolveFieldContext context, string name, BatchFetch<TKey, TValue> fetch, int maxBatch = BatchLoader<TKey, TValue>.DefaultBatch)
        where TKey : notnull
        where TValue : class => context.Service<Loaders>().GetOrAdd(name, fetch, maxBatch);

    /// <summary>What a loader will give, put in another form.</summary>
    public static IDataLoaderResult<TResult> Then<TValue, TResult>(this IDataLoaderResult<TValue> loading, Func<TValue, TResult> form) =>
        new Formed<TValue, TResult>(loading, form);

    private sealed class Formed<TValue, TResult>(IDataLoaderResult<TValue> loading, Func<TValue, TResult> form) : IDataLoaderResult<TResult>
    {
        public async Task<TResult> GetResultAsync(CancellationToken cancellationToken = default) => form(await loading.GetResultAsync(cancellationToken));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
