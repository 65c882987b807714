namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>An upload as it comes in.</summary>
/// <param name="Said">What is said about it.</param>
/// <param name="Content">The content, not read yet.</param>
/// <param name="FileName">The name of the file as it was sent.</param>
/// <param name="MediaType">The media type as it was declared.</param>
internal sealed record Upload<T>(T Said, Stream Content, string? FileName, string MediaType);
