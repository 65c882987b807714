namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>A request as a .http file writes it, with what it expects: <c># @expect 404</c>; a success otherwise.</summary>
public sealed record HttpRequestText
{
    public required string File { get; init; }

    public required string Title { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    public required string? Body { get; init; }

    public required int? Expected { get; init; }

    /// <summary>
    /// Name of the request, by <c># @name NAME</c>: later ones may use the headers of its answer as <c>{{NAME.response.headers.ETag}}</c>,
    /// which editors with .http files understand too.
    /// </summary>
    public required string? Name { get; init; }

    /// <summary>Requests of a file in its order, and its variables.</summary>
    public static (IReadOnlyList<HttpRequestText> Requests, Dictionary<string, string> Variables) Parse(string file, string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("\n###");
        var variables = parts[0].Split('\n').Where(l => l.StartsWith('@'))
            .Select(l => l[1..].Split('=', 2, StringSplitOptions.TrimEntries)).ToDictionary(p => p[0], p => p[1]);
        return ([.. parts.Skip(1).Select(p => ParseOne(file, p))], variables);
    }

    private static HttpRequestText ParseOne(string file, string text)
    {
        var lines = text.Split('\n');
        var comments = lines.Skip(1).TakeWhile(l => l.StartsWith('#')).ToList();
        var request = lines.Skip(1 + comments.Count).ToList();
        var line = request[0].Split(' ', 2);
        var headers = request.Skip(1).TakeWhile(l => l.Length > 0).ToList();
        var body = string.Join('\n', request.Skip(2 + headers.Count)).Trim('\n');
        return new HttpRequestText
        {
            File = file,
            Title = lines[0].Trim(),
            Method = line[0],
            Url = line[1],
            Headers = [.. headers.Select(h => h.Split(':', 2, StringSplitOptions.TrimEntries)).Select(h => (h[0], h[1]))],
            Body = body.Length == 0 ? null : body,
            Expected = ValueOf(comments, "# @expect ") is { } status ? int.Parse(status, System.Globalization.CultureInfo.InvariantCulture) : null,
            Name = ValueOf(comments, "# @name "),
        };
    }

    private static string? ValueOf(IEnumerable<string> comments, string mark) =>
        comments.FirstOrDefault(c => c.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..].Trim();
}
