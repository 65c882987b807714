namespace DataDiplomacy.Api.Http;

/// <summary>Marks a route whose answers are computed of data at each request, and are kept nowhere: their lineage follows from the request.</summary>
/// <param name="Type">Name of the type of the activity, a term of this server.</param>
/// <param name="Label">What is done, for people.</param>
/// <param name="Method">The methods, with the version of the assessment.</param>
public sealed record ComputedAnswer(string Type, string Label, string Method);
