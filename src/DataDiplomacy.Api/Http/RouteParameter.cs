namespace DataDiplomacy.Api.Http;

/// <summary>Describes a parameter that a handler takes by itself and not in a request record.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Example">A value that the demo answers.</param>
/// <param name="Description">What it names.</param>
public sealed record RouteParameter(string Name, string Example, string Description);
