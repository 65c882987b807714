namespace DataDiplomacy.Api.Tests.Support;

/// <summary>
/// Tests through the door. A class of them is abstract and has two nested classes, <c>OnSqlite</c> and <c>OnPostgres</c>, by which each test runs
/// on both databases under a name that says on which.
/// </summary>
public abstract class ApiTests(ApiFixture api) : IAsyncLifetime
{
    protected ApiFixture Api => api;

    protected Given Given => api.Given;

    protected HttpClient Admin => api.Admin;

    protected HttpClient Anonymous => api.Anonymous;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await api.StartAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
