namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>Tests that start and kill servers: one after the other and beside nothing else, so that their figures say something about the server.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class AloneCollection
{
    public const string Name = "Alone";
}
